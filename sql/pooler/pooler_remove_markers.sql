-- Takes the setting and the advisory lock of sql/pooler/pooler_set_markers.sql from the server process that
-- answers, where they are on it, and says whether the prepared statement is, too.
-- $1 text: the number by which they are known (64 bits).
-- Returns: server (its pid), setting, unlocked (NULL: there was none), prepared.
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
