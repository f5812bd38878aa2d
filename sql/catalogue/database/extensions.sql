-- The extensions of the database, and those that the server can install.
-- Returns: name, version and schema (NULL: not installed), available (a version; NULL: none).
SELECT COALESCE(x.extname::text, a.name::text) AS name, x.extversion AS version,
       n.nspname AS schema, a.default_version AS available
FROM pg_catalog.pg_extension AS x
JOIN pg_catalog.pg_namespace AS n ON n.oid = x.extnamespace
FULL JOIN pg_catalog.pg_available_extensions AS a ON a.name = x.extname
ORDER BY 1;
