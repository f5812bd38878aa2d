-- What in the database is built on domain_id, and would be broken by its removal, or stand in its
-- way: views, functions, policies. The overview domain_activity is made anew by the migration.
-- Returns: kind, name: no row before the migration.
SELECT CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND pg_catalog.pg_get_viewdef(c.oid) ~ '\mdomain_id\M'
  AND NOT (n.nspname = 'public' AND c.relname = 'domain_activity')
UNION ALL
SELECT 'function', pg_catalog.format('%I.%I', n.nspname, p.proname)
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND p.prosrc ~ '\mdomain_id\M'
UNION ALL
SELECT 'policy', pg_catalog.format('%I on %I.%I', p.policyname, p.schemaname, p.tablename)
FROM pg_catalog.pg_policies AS p
WHERE pg_catalog.concat_ws(' ', p.qual, p.with_check) ~ '\mdomain_id\M'
ORDER BY kind, name;
