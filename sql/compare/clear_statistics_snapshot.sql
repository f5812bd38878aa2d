-- Lets this transaction see the activity of other backends as it is now, not as it was when it
-- first looked.
-- Returns: one row of nothing.
SELECT pg_catalog.pg_stat_clear_snapshot() AS cleared
ORDER BY pg_catalog.now();
