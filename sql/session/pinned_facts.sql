-- What a plan can pin besides the system identifier.
-- Returns: database, database_oid, role, version_num, cluster_name.
SELECT d.datname AS database,
       d.oid AS database_oid,
       session_user AS role,
       pg_catalog.current_setting('server_version_num') AS version_num,
       pg_catalog.current_setting('cluster_name') AS cluster_name
FROM pg_catalog.pg_database AS d
WHERE d.datname = pg_catalog.current_database()
ORDER BY d.oid;
