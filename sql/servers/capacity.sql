-- What limits how much a server can carry, as sessions have it that set nothing themselves.
-- Returns: object, amount (NULL: the role isn't allowed to see it), shown.
SELECT o.object, o.amount,
       CASE WHEN o.is_memory THEN pg_catalog.pg_size_pretty(o.amount) ELSE o.amount::text END AS shown
FROM (
    SELECT 'data' AS object,
           pg_catalog.pg_database_size(pg_catalog.current_database()) AS amount, true AS is_memory
    UNION ALL
    SELECT s.name,
           s.reset_val::bigint
           * CASE s.unit WHEN 'kB' THEN 1024 WHEN '8kB' THEN 8192 ELSE 1 END,
           s.unit IS NOT NULL
    FROM pg_catalog.pg_settings AS s
    WHERE s.name IN ('effective_cache_size', 'maintenance_work_mem', 'max_connections',
                     'max_locks_per_transaction', 'max_parallel_workers', 'max_worker_processes',
                     'shared_buffers', 'work_mem')
) AS o
ORDER BY o.object COLLATE "C";
