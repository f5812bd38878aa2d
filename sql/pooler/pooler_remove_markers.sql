-- Removes the parameter and the advisory lock of pooler_set_markers.sql from the answering backend,
-- if it has them, and tells whether it has the prepared statement.
-- $1 text: the number of the markers (64 bits).
-- Returns: server (its pid), setting, unlocked (NULL: the lock didn't exist), prepared.
SELECT pg_catalog.pg_backend_pid() AS server,
       CASE WHEN pg_catalog.current_setting('gonogo.probe', true) = $1
            THEN pg_catalog.set_config('gonogo.probe', NULL, false) END AS setting,
       CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_locks AS l
                         WHERE l.locktype = 'advisory'
                           AND l.pid = pg_catalog.pg_backend_pid()
                           AND l.objsubid = 1
                           AND (l.classid::bigint << 32) | l.objid::bigint = $1::bigint)
            THEN pg_catalog.pg_advisory_unlock($1::bigint) END AS unlocked,
       EXISTS (SELECT FROM pg_catalog.pg_prepared_statements AS p
               WHERE p.name = 'gonogo_' || $1) AS prepared
ORDER BY server;
