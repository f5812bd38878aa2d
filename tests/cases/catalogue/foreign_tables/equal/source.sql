-- Not the database's own.
SET allow_system_table_mods = on;
CREATE FOREIGN TABLE pg_catalog.own (id int) SERVER one;
CREATE FOREIGN TABLE information_schema.own (id int) SERVER one;
CREATE SCHEMA of_a_session;
CREATE FOREIGN TABLE of_a_session.own (id int) SERVER one;
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
