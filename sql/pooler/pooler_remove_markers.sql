-- Removes the parameter and the advisory lock of pooler_set_markers.sql from the answering backend,
-- if it has them, and tells whether it has the prepared statement.
-- $1 text: the number of the markers (64 bits).
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: server (its pid), setting, unlocked (NULL: the lock didn't exist), prepared.
SELECT pg_catalog.pg_backend_pid() AS server,
       CASE WHEN pg_catalog.current_setting('gonogo.probe', true)
                 OPERATOR(pg_catalog.=) $1::pg_catalog.text
            THEN pg_catalog.set_config('gonogo.probe', NULL, false) END AS setting,
       CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_locks AS l
                         WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory'::pg_catalog.text
                           AND l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
                           AND l.objsubid OPERATOR(pg_catalog.=) 1::smallint
                           AND l.classid::bigint OPERATOR(pg_catalog.<<) 32
                               OPERATOR(pg_catalog.|) l.objid::bigint OPERATOR(pg_catalog.=) $1::bigint)
            THEN pg_catalog.pg_advisory_unlock($1::bigint) END AS unlocked,
       EXISTS (SELECT FROM pg_catalog.pg_prepared_statements AS p
               WHERE p.name OPERATOR(pg_catalog.=)
                     pg_catalog.concat('gonogo_', $1::pg_catalog.text)) AS prepared
ORDER BY server;
