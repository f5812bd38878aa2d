CREATE TYPE place AS (x integer, y text);
CREATE FUNCTION part(place) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::text';
CREATE CAST (place AS text) WITH FUNCTION part(place) AS ASSIGNMENT;
CREATE DOMAIN spot AS place;
CREATE TABLE domains (k spot);
INSERT INTO domains VALUES (ROW(1, 'b'));
