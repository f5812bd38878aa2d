-- Holds an advisory lock until the transaction ends, to be looked for from elsewhere: it changes
-- nothing, and only the same database of the same server shows it.
-- $1 text: the lock's number (64 bits).
-- Returns: held.
SELECT pg_catalog.pg_try_advisory_xact_lock($1::bigint) AS held
ORDER BY held;
