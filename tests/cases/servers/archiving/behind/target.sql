-- Two segments were written since the last success, three hours ago, and then a failure.
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_stat_archiver AS
SELECT 7::bigint AS archived_count, '000000010000000000000000'::text AS last_archived_wal,
       clock_timestamp() - interval '3 hours' AS last_archived_time, 3::bigint AS failed_count,
       NULL::text AS last_failed_wal, clock_timestamp() - interval '2 hours' AS last_failed_time,
       NULL::timestamptz AS stats_reset;
