-- Whether pg_cron starts the jobs of this database. Its parameters exist where it is loaded. A role that may
-- not see them takes the database that has the jobs for the one in which pg_cron keeps them.
-- Returns: kept_in (the database that has the server's jobs; NULL: pg_cron isn't loaded), is_here, starts_jobs.
SELECT p.kept_in, p.kept_in = pg_catalog.current_database() AS is_here, p.launches <> 'off' AS starts_jobs
FROM (
    SELECT CASE WHEN r.sees_settings OR pg_catalog.to_regclass('cron.job') IS NULL
                THEN NULLIF(pg_catalog.current_setting('cron.database_name', true), '')
                ELSE pg_catalog.current_database()::text END AS kept_in,
           CASE WHEN r.sees_settings
                THEN COALESCE(pg_catalog.current_setting('cron.launch_active_jobs', true), 'on')
                ELSE 'on' END AS launches
    FROM (SELECT pg_catalog.pg_has_role('pg_read_all_settings', 'USAGE') AS sees_settings) AS r
) AS p
ORDER BY p.kept_in;
