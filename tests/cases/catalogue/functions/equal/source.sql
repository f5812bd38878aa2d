-- Not the database's own.
SET allow_system_table_mods = on;
CREATE SCHEMA of_a_session;
CREATE FUNCTION pg_catalog.own() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION information_schema.own() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION of_a_session.own() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
