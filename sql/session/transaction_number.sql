-- The id of the current transaction, for transaction_status.sql.
-- Returns: number.
SELECT pg_catalog.pg_current_xact_id()::text AS number
ORDER BY 1;
