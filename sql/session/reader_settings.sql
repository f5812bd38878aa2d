-- For sessions that read a relation together: limits each statement to one process, without JIT
-- compilation, because the user decides how much load a comparison puts on a server. Makes it group
-- by hashing.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: one row with the settings now in effect.
SELECT pg_catalog.set_config('max_parallel_workers_per_gather', '0', true) AS workers,
       pg_catalog.set_config('enable_sort', 'off', true) AS sort,
       pg_catalog.set_config('jit', 'off', true) AS jit
ORDER BY 1;
