-- Takes up oids.
CREATE TABLE earlier (id integer);
DROP TABLE earlier;
CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * $1';
CREATE TYPE place AS (x integer, gone text, y integer);
ALTER TYPE place DROP ATTRIBUTE gone;
CREATE TABLE users (id integer PRIMARY KEY, relation regclass, type regtype, function regprocedure, name regproc, place place, relations regclass[]);
CREATE TABLE other (id integer);
INSERT INTO users VALUES (1, 'other', 'place', 'twice(integer)', 'twice', '(1,2)', '{other,users}');
