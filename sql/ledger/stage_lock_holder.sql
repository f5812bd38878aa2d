-- The session that holds the lock of sql/ledger/take_stage_lock.sql.
-- Returns: application_name, address (NULL: hidden, or a local socket), since (UTC), itself (whether
-- it is the current session).
SELECT a.application_name,
       pg_catalog.host(a.client_addr) AS address,
       pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since,
       l.pid = pg_catalog.pg_backend_pid() AS itself
FROM pg_catalog.pg_locks AS l
LEFT JOIN pg_catalog.pg_stat_activity AS a USING (pid)
WHERE l.locktype = 'advisory' AND l.granted
  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d
                    WHERE d.datname = pg_catalog.current_database())
  AND l.classid = 1735355247 AND l.objid = 1937007975 AND l.objsubid = 2
ORDER BY l.pid;
