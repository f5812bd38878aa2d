-- Counts the sessions of one application in this database.
-- $1 text: JSON list of patterns of application names, in which * matches any text; $2 text: JSON
-- list of users. An empty list matches all.
-- Returns: sessions (NULL: the role can't see other roles' sessions), who.
WITH found AS (
    SELECT pg_catalog.format('%s as "%s"', a.usename, a.application_name) AS who,
           pg_catalog.count(*) AS sessions
    FROM pg_catalog.pg_stat_activity AS a
    WHERE a.datname = pg_catalog.current_database() AND a.backend_type = 'client backend'
      AND a.pid <> pg_catalog.pg_backend_pid() AND a.application_name NOT LIKE 'gonogo %'
      AND ($1::jsonb = '[]'
           OR EXISTS (SELECT FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS p (pattern)
                      WHERE a.application_name LIKE pg_catalog.replace(
                          pg_catalog.regexp_replace(p.pattern, '([\\%_])', '\\\1', 'g'), '*', '%')))
      AND ($2::jsonb = '[]' OR $2::jsonb ? a.usename::text)
    GROUP BY 1
)
SELECT CASE WHEN pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE')
            THEN COALESCE(pg_catalog.sum(f.sessions), 0)::bigint END AS sessions,
       COALESCE(pg_catalog.string_agg(f.who, ', ' ORDER BY f.who COLLATE "C"), '') AS who
FROM found AS f
ORDER BY 1;
