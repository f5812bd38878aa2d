-- Fills the materialized views that are filled. A view may read those that were created before it.
-- Returns: statement, one a view.
SELECT pg_catalog.format('REFRESH MATERIALIZED VIEW %I.%I', n.nspname, r.relname) AS statement
FROM pg_catalog.pg_class AS r
JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
WHERE r.relkind = 'm' AND r.relispopulated
ORDER BY r.oid;
