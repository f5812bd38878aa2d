CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, born date);
INSERT INTO users VALUES (1, 'a@example.org', '1990-01-01'), (2, 'b@example.org', NULL), (3, 'c@example.org', NULL);

CREATE FUNCTION public.hashtextextended(text, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1::bigint';
CREATE FUNCTION public.count(bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1::bigint';
CREATE FUNCTION public.xor(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1::bigint';
CREATE OPERATOR public.# (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = public.xor);
CREATE TABLE public.pg_class (id integer);
ALTER DATABASE gate_case SET search_path = public, pg_catalog;
