-- Lets this transaction see the current activity of other backends. Without it, the transaction
-- keeps what it saw first.
-- Returns: one row without content.
SELECT pg_catalog.pg_stat_clear_snapshot() AS cleared
ORDER BY pg_catalog.now();
