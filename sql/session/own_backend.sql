-- Tells the backend of this session from all others, also from later ones with its pid.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: pid, backend_start (UTC, to the microsecond).
SELECT a.pid,
       pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS')
           AS backend_start
FROM pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid()) AS a
ORDER BY a.pid;
