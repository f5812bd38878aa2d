CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE FUNCTION hashtextextended(text, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1::bigint';
CREATE FUNCTION md5(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'x' $$;
ALTER DATABASE gate_case SET search_path = public, pg_catalog;
