-- The status of a transaction, for a client that lost its connection before COMMIT was answered.
-- $1 text: its id, from pg_current_xact_id().
-- Returns: status: committed, aborted, in progress, or NULL if the server no longer knows.
SELECT pg_catalog.pg_xact_status($1::text::xid8) AS status
ORDER BY 1;
