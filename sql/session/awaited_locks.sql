-- The sessions of a program in this database that wait for a lock now.
-- $1 text: their application_name.
-- Returns: pid, began (when their statement did), blockers (JSON list of pids; 0: a prepared transaction).
SELECT a.pid, a.query_start AS began,
       pg_catalog.array_to_json(pg_catalog.pg_blocking_pids(a.pid)) AS blockers
FROM pg_catalog.pg_stat_activity AS a
WHERE a.datname = pg_catalog.current_database() AND a.application_name = $1::text
  AND a.wait_event_type = 'Lock'
ORDER BY a.pid;
