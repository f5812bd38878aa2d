-- Takes the advisory lock that a run of stages holds on the target, unless another session has it.
-- The two numbers spell "gonogo stage". Advisory locks are local to the database.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: taken.
SELECT pg_catalog.pg_try_advisory_lock(1735355247, 1937007975) AS taken
ORDER BY 1;
