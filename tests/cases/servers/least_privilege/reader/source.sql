CREATE TABLE t (id serial);
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE ROLE looker;
GRANT USAGE ON SCHEMA public TO looker;
GRANT SELECT ON t, t_id_seq TO looker;
ALTER DATABASE gate_case SET role = looker;

-- What nobody can write, or only a session that made it.
SET LOCAL allow_system_table_mods = on;
CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
CREATE SCHEMA of_a_session;
CREATE TABLE of_a_session.t (id integer);
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
GRANT INSERT ON m, pg_temp_999.t TO looker;
GRANT SELECT ON m TO looker;
