CREATE FUNCTION f(a integer) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE lost(text) (SFUNC = pg_catalog.textcat, STYPE = text);
