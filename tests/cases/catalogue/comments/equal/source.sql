CREATE SCHEMA s;
CREATE TABLE s.t (id int PRIMARY KEY, n int);
CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
COMMENT ON TABLE s.t IS 'a table';
COMMENT ON COLUMN s.t.n IS 'a column';
COMMENT ON FUNCTION s.f() IS '@deprecated';
COMMENT ON CONSTRAINT t_pkey ON s.t IS 'a key';
COMMENT ON SCHEMA s IS 'a schema';
