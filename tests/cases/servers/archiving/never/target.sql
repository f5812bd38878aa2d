-- As after pg_stat_reset_shared('archiver') and two failures.
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_stat_archiver AS
SELECT 0::bigint AS archived_count, NULL::text AS last_archived_wal, NULL::timestamptz AS last_archived_time,
       2::bigint AS failed_count, NULL::text AS last_failed_wal,
       clock_timestamp() - interval '5 minutes' AS last_failed_time, NULL::timestamptz AS stats_reset;
