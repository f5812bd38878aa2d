CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE CAST (mood AS text) WITH INOUT AS IMPLICIT;
CREATE FUNCTION number(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE CAST (mood AS integer) WITH FUNCTION number(mood) AS IMPLICIT;
CREATE TABLE people (id integer PRIMARY KEY, v mood);
INSERT INTO people VALUES (1, 'glad'), (2, 'sad'), (3, NULL);
CREATE TABLE equal (id integer PRIMARY KEY, v mood);
INSERT INTO equal VALUES (1, 'glad'), (2, 'sad'), (3, NULL);
