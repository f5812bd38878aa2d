SELECT lo_create(102), lo_create(101);
ALTER LARGE OBJECT 102 OWNER TO app;
ALTER LARGE OBJECT 101 OWNER TO app;
SELECT lo_create(13 - n) FROM generate_series(1, 12) AS n;
CREATE OPERATOR s.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = s.same);
