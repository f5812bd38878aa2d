-- The number of sessions of pg_restore in this database.
-- Returns: sessions.
SELECT pg_catalog.count(*) AS sessions
FROM pg_catalog.pg_stat_activity AS a
WHERE a.datname = pg_catalog.current_database() AND a.application_name = 'pg_restore'
ORDER BY 1;
