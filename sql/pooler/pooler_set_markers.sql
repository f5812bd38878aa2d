-- Leaves a session's setting and a session's advisory lock on whichever server process answers, for
-- an instant; sql/pooler/pooler_remove_markers.sql takes them away.
-- $1 text: the lock's number (64 bits), which the setting holds, too.
-- Returns: server (its pid), setting, locked.
SELECT pg_catalog.pg_backend_pid() AS server,
       pg_catalog.set_config('gonogo.probe', $1, false) AS setting,
       pg_catalog.pg_try_advisory_lock($1::bigint) AS locked
ORDER BY server;
