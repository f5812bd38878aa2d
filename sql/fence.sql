-- Whether a database is fenced off: transactions are read-only unless they say otherwise, and
-- nobody else is connected.
-- $1 text: JSON list of application names that may stay.
-- Returns: object, have, want (NULL: as it should be). have is NULL where the role may not see other roles' sessions.
SELECT 'default_transaction_read_only' AS object, s.reset_val AS have,
       CASE WHEN s.reset_val <> 'on' THEN 'on' END AS want
FROM pg_catalog.pg_settings AS s
WHERE s.name = 'default_transaction_read_only'
UNION ALL
SELECT 'sessions',
       CASE WHEN pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
            THEN 'all of them are seen' END, NULL
UNION ALL
SELECT pg_catalog.format('session of %s, pid %s', a.usename, a.pid),
       pg_catalog.format('connected as "%s", %s', a.application_name, a.state), 'gone'
FROM pg_catalog.pg_stat_activity AS a
WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid()
  AND a.backend_type = 'client backend' AND a.application_name NOT LIKE 'gonogo %'
  AND NOT $1::jsonb ? a.application_name
ORDER BY 1;
