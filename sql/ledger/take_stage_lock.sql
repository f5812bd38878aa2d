-- Takes the lock that a stage holds on the target while it acts, where nobody has it. The two numbers
-- spell "gonogo stage"; advisory locks are a database's own.
-- Returns: taken.
SELECT pg_catalog.pg_try_advisory_lock(1735355247, 1937007975) AS taken
ORDER BY 1;
