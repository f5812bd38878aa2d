-- What a backend does that another session of gonogo waits for. It waits for its client if
-- wait_event_type is Client, and has no statement if state isn't active.
-- Wholly qualified: it means the same whatever search_path is.
-- $1: its pid (integer).
-- Returns: application_name, state, wait_event_type; no row if it has ended.
SELECT a.application_name, a.state, a.wait_event_type
FROM pg_catalog.pg_stat_get_activity($1) AS a
ORDER BY a.pid;
