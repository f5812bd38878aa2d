-- A relation that has columns which can be asked for.
-- $1 text: schema; $2 text: name.
-- Returns: oid (no row: there is no such relation).
SELECT c.oid::text AS oid
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = $1::text AND c.relname = $2::text AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
ORDER BY 1;
