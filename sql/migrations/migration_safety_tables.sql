-- The relations that a migration may find.
-- Returns: schema, table, not_null (a JSON list: columns that can't be NULL, with those of the
--   system), indexes (a JSON list: names).
SELECT n.nspname AS schema, c.relname AS table,
  COALESCE((SELECT pg_catalog.json_agg(a.attname)
    FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnotnull), '[]') AS not_null,
  COALESCE((SELECT pg_catalog.json_agg(i.relname)
    FROM pg_catalog.pg_index AS x JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid
    WHERE x.indrelid = c.oid), '[]') AS indexes
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
