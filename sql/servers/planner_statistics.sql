-- Whether the planner has statistics on each table that has rows. After a restore it has none until
-- ANALYZE has run. A partitioned table has statistics of its own, on the rows of all its partitions.
-- Nothing has statistics if ANALYZE found no rows, if no column is to have any (SET STATISTICS 0),
-- or if there is no column.
-- Returns: schema, relation, object, have (NULL: the role isn't allowed to see it, as with
-- row-level security that it doesn't bypass), want (NULL: have is as it should be).
SELECT n.nspname AS schema, c.relname AS relation,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS object,
       CASE WHEN c.relkind IN ('v', 'f') THEN 'has no rows of its own'
            WHEN s.known THEN 'has statistics'
            WHEN f.filled IS NULL THEN 'empty'
            WHEN NOT s.possible THEN 'has no column with statistics'
            WHEN pg_catalog.row_security_active(c.oid) THEN NULL
            ELSE 'no statistics' END AS have,
       CASE WHEN f.filled AND s.possible AND NOT s.known THEN 'statistics from ANALYZE' END AS want
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT pg_catalog.bool_or(true) AS filled
    FROM pg_catalog.pg_class AS leaf
    JOIN pg_catalog.pg_stat_all_tables AS seen ON seen.relid = leaf.oid
    WHERE (leaf.oid = c.oid
           OR leaf.oid IN (SELECT t.relid FROM pg_catalog.pg_partition_tree(c.oid) AS t))
      AND pg_catalog.pg_relation_size(leaf.oid) > 0
      -- All rows were deleted, and ANALYZE has seen that.
      AND NOT (leaf.reltuples = 0 AND leaf.relpages > 0 AND seen.n_live_tup = 0)
) AS f
CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM pg_catalog.pg_stats AS p
                   WHERE p.schemaname = n.nspname AND p.tablename = c.relname) AS known,
           EXISTS (SELECT FROM pg_catalog.pg_attribute AS a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                     AND COALESCE(a.attstattarget, -1) <> 0 AND a.attgenerated <> 'v') AS possible
) AS s
WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
