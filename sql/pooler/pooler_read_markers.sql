-- Which markers of pooler_set_markers.sql the answering backend has.
-- $1 text: the number of the markers (64 bits).
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: server (its pid), prepared_statements, session_locks, session_settings.
SELECT pg_catalog.pg_backend_pid() AS server,
       EXISTS (SELECT FROM pg_catalog.pg_prepared_statements AS p
               WHERE p.name OPERATOR(pg_catalog.=)
                     pg_catalog.concat('gonogo_', $1::pg_catalog.text)) AS prepared_statements,
       EXISTS (SELECT FROM pg_catalog.pg_locks AS l
               WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory'::pg_catalog.text
                 AND l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
                 AND l.objsubid OPERATOR(pg_catalog.=) 1::smallint
                 AND l.classid::bigint OPERATOR(pg_catalog.<<) 32
                     OPERATOR(pg_catalog.|) l.objid::bigint OPERATOR(pg_catalog.=) $1::bigint) AS session_locks,
       COALESCE(pg_catalog.current_setting('gonogo.probe', true)
                    OPERATOR(pg_catalog.=) $1::pg_catalog.text, false) AS session_settings
ORDER BY server;
