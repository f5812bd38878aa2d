-- The tables that a migration may find.
-- Returns: schema, table, not_null (a JSON list: columns that can't be NULL), indexes (a JSON list:
--   names).
SELECT n.nspname AS schema, c.relname AS table,
  coalesce((SELECT pg_catalog.json_agg(a.attname ORDER BY a.attnum) FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull), '[]')
    AS not_null,
  coalesce((SELECT pg_catalog.json_agg(i.relname ORDER BY i.relname)
    FROM pg_catalog.pg_index AS x JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid
    WHERE x.indrelid = c.oid AND x.indisvalid), '[]') AS indexes
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname NOT LIKE 'pg\_toast%' AND n.nspname NOT LIKE 'pg\_temp%'
ORDER BY 1, 2;
