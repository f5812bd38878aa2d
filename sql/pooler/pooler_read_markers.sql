-- Which markers of pooler_set_markers.sql the answering backend has.
-- $1 text: the number of the markers (64 bits).
-- Returns: server (its pid), prepared_statements, session_locks, session_settings.
SELECT pg_catalog.pg_backend_pid() AS server,
       EXISTS (SELECT FROM pg_catalog.pg_prepared_statements AS p
               WHERE p.name = 'gonogo_' || $1) AS prepared_statements,
       EXISTS (SELECT FROM pg_catalog.pg_locks AS l
               WHERE l.locktype = 'advisory'
                 AND l.pid = pg_catalog.pg_backend_pid()
                 AND l.objsubid = 1
                 AND (l.classid::bigint << 32) | l.objid::bigint = $1::bigint) AS session_locks,
       pg_catalog.current_setting('gonogo.probe', true) IS NOT DISTINCT FROM $1 AS session_settings
ORDER BY server;
