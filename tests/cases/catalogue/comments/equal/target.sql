CREATE SCHEMA moved;
CREATE TABLE moved.t (id int PRIMARY KEY, n int);
CREATE FUNCTION moved.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
COMMENT ON TABLE moved.t IS 'a table';
COMMENT ON COLUMN moved.t.n IS 'a column';
COMMENT ON FUNCTION moved.f() IS '@deprecated';
COMMENT ON CONSTRAINT t_pkey ON moved.t IS 'a key';
COMMENT ON SCHEMA moved IS 'a schema';
