-- How each table, view and foreign table is stored, with its options and, of a foreign table, its
-- server; and the tables that it inherits from. Leaves out the tablespace, which belongs to the server.
-- The options of a partitioned table are those of its partitions. An option of a foreign table may be a
-- secret, so only those of PostgreSQL's own wrappers are shown.
-- Returns: schema, relation, object, properties (JSON object of texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, 'storage' AS object,
       (pg_catalog.jsonb_build_object(
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
           'access method', m.amname,
           'replica identity', CASE c.relreplident WHEN 'd' THEN 'primary key'
                                                   WHEN 'f' THEN 'full row'
                                                   WHEN 'i' THEN 'index' ELSE 'none' END,
           'type', pg_catalog.jsonb_build_object('name', CASE WHEN c.reloftype <> 0
               THEN pg_catalog.format_type(c.reloftype, NULL) END),
           'inherits', pg_catalog.jsonb_build_object('name', (
               SELECT pg_catalog.string_agg(i.inhparent::pg_catalog.regclass::text, ', '
                                            ORDER BY i.inhseqno)
               FROM pg_catalog.pg_inherits AS i
               WHERE i.inhrelid = c.oid AND NOT c.relispartition)),
           'server', pg_catalog.jsonb_build_object('name', (
               SELECT pg_catalog.quote_ident(s.srvname)
               FROM pg_catalog.pg_foreign_table AS f
               JOIN pg_catalog.pg_foreign_server AS s ON s.oid = f.ftserver
               WHERE f.ftrelid = c.oid))) || COALESCE(fdw.options, '{}'))::json AS properties,
       CASE WHEN c.relpersistence = 'u'
            THEN 'unlogged: standbys don''t have its rows, and a crash loses them' END AS doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_am AS m ON m.oid = c.relam
CROSS JOIN LATERAL (
    SELECT pg_catalog.jsonb_object_agg(
               'option ' || v.name,
               CASE WHEN v.name IN ('schema_name', 'table_name', 'filename', 'format', 'header',
                                    'delimiter', 'quote', 'escape', 'null', 'encoding', 'updatable',
                                    'truncatable', 'use_remote_estimate', 'fetch_size', 'batch_size',
                                    'async_capable', 'analyze_sampling', 'fdw_startup_cost',
                                    'fdw_tuple_cost')
                    THEN pg_catalog.to_jsonb(v.value)
                    ELSE pg_catalog.jsonb_build_object('unshown', v.value) END) AS options
    FROM pg_catalog.pg_foreign_table AS f
    CROSS JOIN LATERAL pg_catalog.unnest(f.ftoptions) AS i (option)
    CROSS JOIN LATERAL (
        SELECT pg_catalog.split_part(i.option, '=', 1) AS name,
               pg_catalog.substr(i.option, pg_catalog.strpos(i.option, '=') + 1) AS value
    ) AS v
    WHERE f.ftrelid = c.oid
) AS fdw
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
