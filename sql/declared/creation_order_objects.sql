-- The extensions, enums, tables and indexes of the database.
-- Returns: kind (extension, type, relation, index), schema (NULL for an extension), name.
SELECT o.kind, o.schema, o.name
FROM (
    SELECT 'extension' AS kind, NULL AS schema, e.extname AS name
    FROM pg_catalog.pg_extension AS e
    UNION ALL
    SELECT 'type', n.nspname, t.typname
    FROM pg_catalog.pg_type AS t
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    WHERE t.typtype = 'e'
    UNION ALL
    SELECT CASE WHEN c.relkind IN ('i', 'I') THEN 'index' ELSE 'relation' END, n.nspname, c.relname
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'i', 'I')
      AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND n.nspname !~ '^pg_(toast|temp)'
) AS o
ORDER BY o.kind COLLATE "C", o.schema COLLATE "C" NULLS FIRST, o.name COLLATE "C";
