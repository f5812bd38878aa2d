CREATE OPERATOR s.||| (LEFTARG = text, RIGHTARG = text, FUNCTION = s.both);
