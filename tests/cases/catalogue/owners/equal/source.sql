SELECT lo_create(101), lo_create(102);
ALTER LARGE OBJECT 101 OWNER TO app;
ALTER LARGE OBJECT 102 OWNER TO app;
CREATE TABLE excluded (id serial, b int);
CREATE STATISTICS of_excluded ON id, b FROM excluded;
SELECT lo_create(n) FROM generate_series(1, 12) AS n;
CREATE OPERATOR s.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = s.same, NEGATOR = OPERATOR(s.!==));
CREATE SCHEMA scratch;
CREATE FUNCTION scratch.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
