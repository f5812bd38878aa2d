-- What became of a transaction whose client did not live to hear it.
-- $1 text: its number, as pg_current_xact_id() gave it.
-- Returns: status: committed, aborted, in progress, or NULL where it is too long ago to tell.
SELECT pg_catalog.pg_xact_status($1::text::xid8) AS status
ORDER BY 1;
