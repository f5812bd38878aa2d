-- The number of the transaction that this runs in, by which its end can be asked for later.
-- Returns: number.
SELECT pg_catalog.pg_current_xact_id()::text AS number
ORDER BY 1;
