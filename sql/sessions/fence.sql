-- The other sessions of this database, and whether they have written: a transaction gets a
-- transaction ID with its first write.
-- $1 text: JSON list of application names that may stay.
-- Returns: object, have (NULL: the role can't see other roles' sessions), want (NULL: have is as it
-- should be).
SELECT 'sessions' AS object,
       CASE WHEN pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
            THEN 'all are visible' END AS have, NULL AS want
UNION ALL
SELECT pg_catalog.format('session of %s, pid %s', a.usename, a.pid),
       pg_catalog.format('connected as "%s", %s', a.application_name, a.state)
       || CASE WHEN a.backend_xid IS NULL THEN '' ELSE ', has written in its transaction' END,
       CASE WHEN NOT $1::jsonb ? a.application_name THEN 'no session'
            WHEN a.backend_xid IS NOT NULL THEN 'a session that doesn''t write' END
FROM pg_catalog.pg_stat_activity AS a
WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid()
  AND a.backend_type = 'client backend' AND a.application_name NOT LIKE 'gonogo %'
ORDER BY 1;
