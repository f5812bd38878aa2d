-- Names that are keywords for some versions only.
CREATE SCHEMA keywords;
SET search_path = keywords;
CREATE TABLE json (no int PRIMARY KEY, json jsonb, system_user text);
CREATE TABLE json_table (no int PRIMARY KEY, merge_action text);
CREATE FUNCTION parsed(json jsonb) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE INDEX ON json USING gin (json);
INSERT INTO json VALUES (1, '{"a": 1}', 'u');
INSERT INTO json_table VALUES (1, 'm');
