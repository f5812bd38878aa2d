-- The other clients of this server that run a statement now.
-- Returns: state (NULL if the role may not see the state of other backends); pid, backend_start and
-- application_name, to leave out gonogo's own sessions.
SELECT a.state, a.pid,
       pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') AS backend_start,
       a.application_name
FROM pg_catalog.pg_stat_activity AS a
WHERE (a.backend_type = 'client backend' OR a.backend_type IS NULL)
  AND a.pid <> pg_catalog.pg_backend_pid()
  AND (a.state = 'active' OR a.state IS NULL)
ORDER BY a.pid;
