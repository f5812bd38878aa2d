-- The sessions of one application in this database.
-- $1 text: JSON list of patterns of application names, in which * matches any text; $2 text: JSON
-- list of users. An empty list matches all.
-- Returns: visible (NULL: the role can't see other roles' sessions), who (NULL: the row says only
-- that); pid, backend_start and application_name, to leave out gonogo's own.
SELECT CASE WHEN pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') THEN true END AS visible,
       NULL AS who, NULL AS pid, NULL AS backend_start, NULL AS application_name
UNION ALL
SELECT NULL, pg_catalog.format('%s as "%s"', a.usename, a.application_name), a.pid::text,
       pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'),
       a.application_name
FROM pg_catalog.pg_stat_activity AS a
WHERE a.datname = pg_catalog.current_database() AND a.backend_type = 'client backend'
  AND a.pid <> pg_catalog.pg_backend_pid()
  AND ($1::jsonb = '[]'
       OR EXISTS (SELECT FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS p (pattern)
                  WHERE a.application_name LIKE pg_catalog.replace(
                      pg_catalog.regexp_replace(p.pattern, '([\\%_])', '\\\1', 'g'), '*', '%')))
  AND ($2::jsonb = '[]' OR $2::jsonb ? a.usename::text)
ORDER BY visible, who, pid;
