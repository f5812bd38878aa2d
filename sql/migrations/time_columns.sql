-- The columns whose values are dates or times.
-- Returns: schema, table, column, type (date, time, timetz, timestamp, timestamptz).
SELECT n.nspname AS schema, c.relname AS table, a.attname AS column, t.typname AS type
FROM pg_catalog.pg_attribute AS a
JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
WHERE t.typnamespace = 'pg_catalog'::regnamespace
  AND t.typname IN ('date', 'time', 'timetz', 'timestamp', 'timestamptz')
ORDER BY 1, 2, a.attnum;
