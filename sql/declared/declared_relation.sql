-- The oid of a relation that has columns: a table, view, materialized view or foreign table.
-- $1 text: schema; $2 text: name.
-- Returns: oid (no row: the relation does not exist).
SELECT c.oid::text AS oid
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = $1::text AND c.relname = $2::text AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
ORDER BY 1;
