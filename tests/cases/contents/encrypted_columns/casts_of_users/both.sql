CREATE DOMAIN secret AS text;
CREATE TYPE sealed AS (value text);
CREATE FUNCTION part(sealed) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''deadBEEF00''::text';
CREATE CAST (sealed AS text) WITH FUNCTION part(sealed) AS ASSIGNMENT;
CREATE TABLE tokens (id int, token sealed, blank text, fixed char(12), of_domain secret);
INSERT INTO tokens VALUES (1, ROW('hunter2'), 'deadBEEF00 ', 'deadBEEF00', 'deadBEEF00');
