-- The id of the current transaction, for transaction_status.sql.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: number.
SELECT pg_catalog.pg_current_xact_id()::pg_catalog.text AS number
ORDER BY 1;
