CREATE FUNCTION part(json) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::text';
CREATE CAST (json AS text) WITH FUNCTION part(json) AS ASSIGNMENT;
CREATE TABLE store (service_key text, payload json, updated_at timestamptz DEFAULT '2026-01-01');
INSERT INTO store VALUES ('a', '{"n": 1}'), ('b', '{"n": 1}');
