-- The schemas other than public in which extensions have their objects. A restore keeps them.
-- Returns: schema.
SELECT n.nspname AS schema
FROM pg_catalog.pg_extension AS e
JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
WHERE n.nspname NOT IN ('public', 'pg_catalog', 'information_schema')
GROUP BY n.nspname
ORDER BY n.nspname COLLATE "C";
