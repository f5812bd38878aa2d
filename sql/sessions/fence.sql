-- The other sessions of this database, and whether they have written: a transaction gets a
-- transaction ID with its first write.
-- $1 text: JSON list of application names that may stay.
-- Returns: object, have (NULL: the role can't see other roles' sessions), want (NULL: have is as it
-- should be); pid, backend_start and application_name, to leave out gonogo's own.
SELECT NULL AS pid, NULL AS backend_start, NULL AS application_name, 'sessions' AS object,
       CASE WHEN pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
            THEN 'all are visible' END AS have, NULL AS want
UNION ALL
SELECT a.pid::text, pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'),
       a.application_name, pg_catalog.format('session of %s, pid %s', a.usename, a.pid),
       pg_catalog.format('connected as "%s", %s', a.application_name, a.state)
       || CASE WHEN a.backend_xid IS NULL THEN '' ELSE ', has written in its transaction' END,
       CASE WHEN NOT $1::jsonb ? a.application_name THEN 'no session'
            WHEN a.backend_xid IS NOT NULL THEN 'a session that doesn''t write' END
FROM pg_catalog.pg_stat_activity AS a
WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid()
  AND a.backend_type = 'client backend'
ORDER BY object, pid;
