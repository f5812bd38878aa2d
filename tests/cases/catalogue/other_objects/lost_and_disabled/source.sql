CREATE OPERATOR s.||| (LEFTARG = text, RIGHTARG = text, FUNCTION = s.both);
CREATE CAST (s.pair AS text) WITH INOUT;
