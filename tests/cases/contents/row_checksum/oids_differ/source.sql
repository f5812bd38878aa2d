CREATE TABLE other (id integer);
CREATE TYPE place AS (x integer, y integer);
CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * $1';
CREATE TABLE users (id integer PRIMARY KEY, relation regclass, type regtype, function regprocedure, name regproc, place place, relations regclass[]);
INSERT INTO users VALUES (1, 'other', 'place', 'twice(integer)', 'twice', '(1,2)', '{other,users}');
