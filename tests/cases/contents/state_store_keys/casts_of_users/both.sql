CREATE TYPE place AS (x integer, y text);
CREATE FUNCTION part(place) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::text';
CREATE CAST (place AS text) WITH FUNCTION part(place) AS ASSIGNMENT;
CREATE DOMAIN spot AS place;
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE FUNCTION part(mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::text';
CREATE CAST (mood AS text) WITH FUNCTION part(mood) AS ASSIGNMENT;
CREATE TABLE store (service_key char(5), payload place, updated_at timestamptz DEFAULT '2026-01-01');
INSERT INTO store VALUES ('a', ROW(1, 'b')), ('b', ROW(1, 'b'));
-- Columns of the same names.
CREATE TABLE another (payload int, service_key int);
