-- As on a standby with archive_mode = always: it has no current WAL segment.
SET LOCAL allow_system_table_mods = on;
ALTER FUNCTION pg_catalog.pg_is_in_recovery() RENAME TO of_the_server_in_recovery;
ALTER FUNCTION pg_catalog.pg_current_wal_lsn() RENAME TO of_the_server_wal_lsn;
CREATE FUNCTION pg_catalog.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION pg_catalog.pg_current_wal_lsn() RETURNS pg_lsn LANGUAGE plpgsql
  AS 'BEGIN RAISE EXCEPTION ''recovery is in progress''; END';
CREATE OR REPLACE VIEW pg_catalog.pg_stat_archiver AS
SELECT 7::bigint AS archived_count, '000000010000000000000001'::text AS last_archived_wal,
       clock_timestamp() - interval '3 hours' AS last_archived_time, 0::bigint AS failed_count,
       NULL::text AS last_failed_wal, NULL::timestamptz AS last_failed_time, NULL::timestamptz AS stats_reset;
ALTER FUNCTION pg_catalog.pg_last_wal_replay_lsn() RENAME TO of_the_server_replay_lsn;
CREATE FUNCTION pg_catalog.pg_last_wal_replay_lsn() RETURNS pg_lsn LANGUAGE sql AS $$SELECT pg_lsn '0/7000000'$$;
