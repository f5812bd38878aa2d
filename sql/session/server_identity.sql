-- Identifies the server, the database and the snapshot that answer.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: version, version_num, cluster_name, database_oid, in_recovery, snapshot, wal_lsn,
-- snapshot_time (UTC), clock (UTC).
SELECT pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS version,
       pg_catalog.current_setting('server_version_num') AS version_num,
       pg_catalog.current_setting('cluster_name') AS cluster_name,
       d.oid AS database_oid,
       pg_catalog.pg_is_in_recovery() AS in_recovery,
       pg_catalog.txid_current_snapshot() AS snapshot,
       CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_replay_lsn()
            ELSE pg_catalog.pg_current_wal_lsn() END AS wal_lsn,
       pg_catalog.to_char(pg_catalog.transaction_timestamp() AT TIME ZONE 'UTC',
                          'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS snapshot_time,
       pg_catalog.to_char(pg_catalog.clock_timestamp() AT TIME ZONE 'UTC',
                          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS clock
FROM pg_catalog.pg_database AS d
WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
ORDER BY d.oid;
