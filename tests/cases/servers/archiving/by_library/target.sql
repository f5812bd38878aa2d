-- The library isn't told where to archive to.
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_stat_archiver AS
SELECT 0::bigint AS archived_count, NULL::text AS last_archived_wal, NULL::timestamptz AS last_archived_time,
       0::bigint AS failed_count, NULL::text AS last_failed_wal, NULL::timestamptz AS last_failed_time,
       NULL::timestamptz AS stats_reset;
-- Without the library itself, for which the server would start its archiver anew, and wait.
ALTER FUNCTION pg_catalog.current_setting(text, boolean) RENAME TO of_the_server_setting;
CREATE FUNCTION pg_catalog.current_setting(name text, missing_ok boolean) RETURNS text LANGUAGE sql AS $$
  SELECT CASE name WHEN 'archive_library' THEN 'basic_archive'
                   ELSE pg_catalog.of_the_server_setting(name, missing_ok) END $$;
