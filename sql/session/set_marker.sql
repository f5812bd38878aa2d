-- Takes an advisory lock until the transaction ends, for another session to find. It changes no
-- data, and only sessions of the same database can see it.
-- $1 text: the lock's number (64 bits).
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: held.
SELECT pg_catalog.pg_try_advisory_xact_lock($1::bigint) AS held
ORDER BY held;
