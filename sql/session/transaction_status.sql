-- The status of a transaction, for a client that lost its connection before COMMIT was answered.
-- $1 text: its id, from pg_current_xact_id().
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: status: committed, aborted, in progress, or NULL if the server no longer knows.
SELECT pg_catalog.pg_xact_status($1::pg_catalog.text::pg_catalog.xid8) AS status
ORDER BY 1;
