-- Estimates the number of rows of every table from the statistics. Uses the live tuples of the
-- cumulative statistics if they have seen the table, otherwise the planner's estimate of the last
-- VACUUM or ANALYZE ("never" is 0 up to version 13 and -1 from 14). The rows of a partitioned table
-- are those of its leaves that are on this server.
-- Returns: schema, relation, rows (NULL: it is a view, or a leaf has no statistics), origin.
WITH server AS (
    SELECT pg_catalog.current_setting('server_version_num')::integer >= 140000 AS knows_empty
), leaf AS (
    SELECT c.oid,
           CASE WHEN seen.collected THEN s.n_live_tup
                -- NaN is greater than all numbers.
                WHEN c.reltuples > 0 AND c.reltuples < 'Infinity'::real
                     OR (c.reltuples = 0 AND (c.relpages > 0 OR server.knows_empty))
                     THEN c.reltuples::bigint
           END AS rows,
           seen.collected
    FROM pg_catalog.pg_class AS c
    CROSS JOIN server
    LEFT JOIN pg_catalog.pg_stat_all_tables AS s ON s.relid = c.oid
    CROSS JOIN LATERAL (
        SELECT s.n_live_tup > 0 OR s.n_tup_ins > 0 OR s.last_analyze IS NOT NULL
               OR s.last_autoanalyze IS NOT NULL AS collected
    ) AS seen
)
SELECT n.nspname AS schema,
       c.relname AS relation,
       CASE WHEN pg_catalog.count(*) = pg_catalog.count(leaf.rows)
            THEN pg_catalog.sum(leaf.rows)::bigint END AS rows,
       CASE WHEN pg_catalog.bool_and(leaf.collected) THEN 'n_live_tup'
            ELSE 'reltuples' END AS origin
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
    SELECT c.oid AS relid WHERE c.relkind <> 'p'
    UNION ALL
    SELECT t.relid FROM pg_catalog.pg_partition_tree(c.oid) AS t
    LEFT JOIN pg_catalog.pg_class AS l ON l.oid = t.relid
    WHERE c.relkind = 'p' AND t.isleaf AND l.relkind IS DISTINCT FROM 'f'
) AS part
LEFT JOIN leaf ON leaf.oid = part.relid
WHERE c.relkind IN ('r', 'p', 'm', 'v')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
GROUP BY n.nspname, c.relname
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
