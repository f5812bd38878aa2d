-- The session that holds the lock of sql/ledger/take_stage_lock.sql.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: application_name, address (NULL: hidden, or a local socket), since (UTC), itself (whether
-- it is the current session).
SELECT a.application_name,
       pg_catalog.host(a.client_addr) AS address,
       pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
       l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid() AS itself
FROM pg_catalog.pg_locks AS l
LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid OPERATOR(pg_catalog.=) l.pid
WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory'::pg_catalog.text AND l.granted
  AND l.database OPERATOR(pg_catalog.=) (
          SELECT d.oid FROM pg_catalog.pg_database AS d
          WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
  AND l.classid OPERATOR(pg_catalog.=) 1735355247::pg_catalog.oid
  AND l.objid OPERATOR(pg_catalog.=) 1937007975::pg_catalog.oid
  AND l.objsubid OPERATOR(pg_catalog.=) 2::smallint
ORDER BY l.pid;
