-- Whether the planner has statistics on each table that has rows. After a restore it has none until
-- ANALYZE has run. A partitioned table has statistics of its own, on the rows of all its partitions.
-- Nothing has statistics if ANALYZE found no rows, if no column is to have any (SET STATISTICS 0),
-- or if there is no column.
--
-- Of a table with statistics, what came later has none: a column, an expression of an index, extended
-- statistics, which a dump with statistics and pg_upgrade leave out. Not asked: columns whose type
-- has an ANALYZE of its own, which may store nothing; indexes of some rows, which may be none;
-- extended statistics before 15, where having none looks like finding none.
-- Returns: schema, relation, object, have (NULL: the role isn't allowed to see it, as with
-- row-level security that it doesn't bypass), want (NULL: have is as it should be).
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.have,
       CASE o.have WHEN 'no statistics' THEN 'statistics from ANALYZE'
                   WHEN 'none, though the table has' THEN 'statistics from a new ANALYZE' END AS want
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
    SELECT (SELECT pg_catalog.array_agg(p.attname) FROM pg_catalog.pg_stats AS p
            WHERE p.schemaname = n.nspname AND p.tablename = c.relname) AS known,
           EXISTS (SELECT FROM pg_catalog.pg_attribute AS a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                     AND COALESCE(a.attstattarget, -1) <> 0 AND a.attgenerated <> 'v') AS possible
) AS s
CROSS JOIN LATERAL (
    SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS object,
           CASE WHEN c.relkind IN ('v', 'f') THEN 'has no rows of its own'
                WHEN s.known IS NOT NULL THEN 'has statistics'
                WHEN f.filled IS NULL THEN 'empty'
                WHEN NOT s.possible THEN 'has no column with statistics'
                WHEN pg_catalog.row_security_active(c.oid) THEN NULL
                ELSE 'no statistics' END AS have
    UNION ALL
    SELECT pg_catalog.format('%I.%I column %I', n.nspname, c.relname, a.attname), 'none, though the table has'
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    WHERE f.filled AND a.attrelid = c.oid AND a.attnum > 0  -- a dropped column has no type
      AND COALESCE(a.attstattarget, -1) <> 0 AND a.attgenerated <> 'v'
      AND t.typanalyze IN (0, 'pg_catalog.array_typanalyze'::pg_catalog.regproc)
      AND a.attname <> ALL (s.known)
    UNION ALL
    SELECT pg_catalog.format('%I.%I index %I', n.nspname, c.relname, ic.relname),
           CASE WHEN pg_catalog.has_column_privilege(ic.oid, 1::pg_catalog.int2, 'SELECT')
                THEN 'none, though the table has'
                ELSE 'statistics of its expressions are hidden from this role' END
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
    WHERE s.known IS NOT NULL AND f.filled
      AND i.indrelid = c.oid AND ic.relkind = 'i' AND i.indpred IS NULL
      AND EXISTS (SELECT FROM pg_catalog.pg_attribute AS a
                  WHERE a.attrelid = ic.oid AND i.indkey[a.attnum - 1] = 0
                    AND COALESCE(a.attstattarget, -1) <> 0)
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_stats AS p
                      WHERE p.schemaname = n.nspname AND p.tablename = ic.relname)
    UNION ALL
    SELECT pg_catalog.format('%I.%I statistics %I', n.nspname, c.relname, e.stxname),
           CASE WHEN pg_catalog.pg_has_role(c.relowner, 'USAGE') THEN 'none, though the table has'
                ELSE 'hidden from this role' END
    FROM pg_catalog.pg_statistic_ext AS e
    JOIN pg_catalog.pg_namespace AS en ON en.oid = e.stxnamespace
    WHERE s.known IS NOT NULL AND f.filled
      AND pg_catalog.current_setting('server_version_num')::int >= 150000
      AND e.stxrelid = c.oid AND COALESCE(e.stxstattarget, -1) <> 0
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute AS a
                      WHERE a.attrelid = c.oid AND a.attnum = ANY (e.stxkeys) AND a.attstattarget = 0)
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_stats_ext AS v
                      WHERE v.statistics_schemaname = en.nspname AND v.statistics_name = e.stxname)
) AS o
WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
