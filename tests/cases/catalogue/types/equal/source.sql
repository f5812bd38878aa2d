CREATE TYPE mood AS ENUM ('calm', 'it''s' );
CREATE TABLE of_a_type (m mood[]);
-- Not the database's own.
SET allow_system_table_mods = on;
CREATE SCHEMA of_a_session;
CREATE DOMAIN pg_catalog.own AS int;
CREATE DOMAIN information_schema.own AS int;
CREATE DOMAIN of_a_session.own AS int;
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
