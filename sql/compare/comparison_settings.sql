-- Keeps the statements of a comparison to one process each, hashing where they group, and without
-- time spent on compiling them: how hard a server works is for the user to say.
-- Returns: one row of the settings as they are now.
SELECT pg_catalog.set_config('max_parallel_workers_per_gather', '0', true) AS workers,
       pg_catalog.set_config('enable_sort', 'off', true) AS sort,
       pg_catalog.set_config('jit', 'off', true) AS jit
ORDER BY 1;
