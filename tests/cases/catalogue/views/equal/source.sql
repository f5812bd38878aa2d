-- Not the database's own.
SET allow_system_table_mods = on;
CREATE SCHEMA of_a_session;
CREATE VIEW pg_catalog.own AS SELECT 1 AS n;
CREATE VIEW information_schema.own AS SELECT 1 AS n;
CREATE VIEW of_a_session.own AS SELECT 1 AS n;
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
