CREATE FUNCTION f(a bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE longest(text) (SFUNC = pg_catalog.textcat, STYPE = text);
