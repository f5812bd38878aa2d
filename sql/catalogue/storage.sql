-- How each table, view and foreign table is stored, with its options. Leaves out the tablespace,
-- which belongs to the server. The options of a partitioned table are those of its partitions.
-- Returns: schema, relation, object, properties (JSON object of texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, 'storage' AS object,
       pg_catalog.json_build_object(
           'kind', CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table'
                                  WHEN 'v' THEN 'view'
                                  WHEN 'm' THEN 'materialized view' ELSE 'foreign table' END,
           'persistence', CASE c.relpersistence WHEN 'p' THEN 'logged' ELSE 'unlogged' END,
           'options', (SELECT pg_catalog.string_agg(o.option, ', ' ORDER BY o.option COLLATE "C")
                       FROM pg_catalog.unnest(c.reloptions) AS o (option)),
           'toast options',
           (SELECT pg_catalog.string_agg(o.option, ', ' ORDER BY o.option COLLATE "C")
            FROM pg_catalog.pg_class AS t
            CROSS JOIN LATERAL pg_catalog.unnest(t.reloptions) AS o (option)
            WHERE t.oid = c.reltoastrelid),
           'access method', CASE WHEN c.relkind <> 'p' THEN m.amname END,
           'replica identity', CASE c.relreplident WHEN 'd' THEN 'primary key'
                                                   WHEN 'f' THEN 'full row'
                                                   WHEN 'i' THEN 'index' ELSE 'none' END,
           'type', CASE WHEN c.reloftype <> 0
                        THEN pg_catalog.format_type(c.reloftype, NULL) END) AS properties,
       CASE WHEN c.relpersistence = 'u'
            THEN 'unlogged: standbys don''t have its rows, and a crash loses them' END AS doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_am AS m ON m.oid = c.relam
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
