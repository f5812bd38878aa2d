-- The other sessions of this database, and whether they may stay.
-- $1 text: JSON list of patterns of application names, in which * matches any text.
-- Returns: object, have (NULL: the role can't see other roles' sessions), want (NULL: have is as it
-- should be); pid, backend_start and application_name, to leave out gonogo's own.
SELECT NULL AS pid, NULL AS backend_start, NULL AS application_name, 'sessions' AS object,
       CASE WHEN pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
            THEN 'all are visible' END AS have, NULL AS want
UNION ALL
SELECT a.pid::text, pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'),
       a.application_name, pg_catalog.format('session of %s, pid %s', a.usename, a.pid),
       pg_catalog.format('connected as "%s", %s', a.application_name, a.state),
       CASE WHEN NOT EXISTS (
                SELECT FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS p (pattern)
                WHERE a.application_name LIKE pg_catalog.replace(
                    pg_catalog.regexp_replace(p.pattern, '([\\%_])', '\\\1', 'g'), '*', '%'))
            THEN 'no session' END
FROM pg_catalog.pg_stat_activity AS a
WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid()
  AND a.backend_type = 'client backend'
ORDER BY object, pid;
