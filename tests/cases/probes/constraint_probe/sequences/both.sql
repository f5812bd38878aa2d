CREATE SCHEMA other;
-- Of another session.
SET LOCAL allow_system_table_mods = on;
CREATE SCHEMA of_a_session;
CREATE SEQUENCE of_a_session.s;
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
