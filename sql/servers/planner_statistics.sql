-- Whether the planner has statistics on each table that has rows. After a restore it has none until
-- ANALYZE has run.
-- Returns: schema, relation, object, have (NULL: the role isn't allowed to see it), want (NULL:
-- have is as it should be).
SELECT n.nspname AS schema, c.relname AS relation,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS object,
       CASE WHEN NOT pg_catalog.has_table_privilege(c.oid, 'SELECT') THEN NULL
            WHEN f.filled IS NULL THEN 'empty'
            WHEN s.known THEN 'has statistics' ELSE 'no statistics' END AS have,
       CASE WHEN f.filled AND NOT s.known THEN 'statistics from ANALYZE' END AS want
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT pg_catalog.bool_or(true) AS filled
    FROM pg_catalog.pg_class AS leaf
    WHERE (leaf.oid = c.oid
           OR leaf.oid IN (SELECT t.relid FROM pg_catalog.pg_partition_tree(c.oid) AS t))
      AND leaf.relkind IN ('r', 'm') AND pg_catalog.pg_relation_size(leaf.oid) > 0
) AS f
CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM pg_catalog.pg_stats AS p
                   WHERE p.schemaname = n.nspname AND p.tablename = c.relname) AS known
) AS s
WHERE c.relkind IN ('r', 'p', 'm')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
