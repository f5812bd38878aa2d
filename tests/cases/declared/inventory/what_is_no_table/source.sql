CREATE VIEW a_view AS SELECT id FROM users;
CREATE MATERIALIZED VIEW a_materialized_view AS SELECT id FROM users;
CREATE SEQUENCE a_sequence;
CREATE TYPE a_row AS (id integer);
-- A temporary table of another session.
SET LOCAL allow_system_table_mods = on;
CREATE SCHEMA of_a_session;
CREATE TABLE of_a_session.t (id integer);
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
