-- How many other clients of this server run a statement now, without gonogo's own sessions.
-- Returns: active (NULL if the role may not see the state of other backends).
SELECT CASE WHEN COALESCE(pg_catalog.bool_and(a.state IS NOT NULL), true)
            THEN pg_catalog.count(*) FILTER (WHERE a.state = 'active') END AS active
FROM pg_catalog.pg_stat_activity AS a
WHERE (a.backend_type = 'client backend' OR a.backend_type IS NULL)
  AND a.application_name NOT LIKE 'gonogo %'
ORDER BY 1;
