-- Counters that grow with every write, but also with other work: the transactions of this database,
-- and the write-ahead log of the whole server.
-- Returns: transactions, wal_bytes, counts (track_counts: whether the server counts writes).
SELECT s.xact_commit + s.xact_rollback AS transactions,
       pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::bigint AS wal_bytes,
       pg_catalog.current_setting('track_counts') AS counts
FROM pg_catalog.pg_stat_database AS s
WHERE s.datname = pg_catalog.current_database()
ORDER BY s.datid;
