-- Sets a parameter and a session-level advisory lock on the answering backend, for a moment;
-- pooler_remove_markers.sql removes them.
-- $1 text: the number of the lock (64 bits), also the parameter's value.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: server (its pid), setting, locked.
SELECT pg_catalog.pg_backend_pid() AS server,
       pg_catalog.set_config('gonogo.probe', $1, false) AS setting,
       pg_catalog.pg_try_advisory_lock($1::bigint) AS locked
ORDER BY server;
