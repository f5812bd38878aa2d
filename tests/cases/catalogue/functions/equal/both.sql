CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS text LANGUAGE plpgsql STABLE AS 'BEGIN RETURN b; END';
CREATE PROCEDURE p(INOUT n integer) LANGUAGE plpgsql AS 'BEGIN n := 1; END';
CREATE AGGREGATE longest(text) (SFUNC = pg_catalog.textcat, STYPE = text, INITCOND = '');
CREATE TYPE span AS RANGE (subtype = numeric);
