-- How each table is partitioned, and its partitions at all levels. What a partition has of its own,
-- its columns, indexes, triggers and so on, are parts, which other statements list.
-- Returns: schema, relation, object (NULL: the relation is not partitioned), properties (JSON
-- object of texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.properties, o.doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT 'partitioning' AS object,
           pg_catalog.json_build_object('definition', pg_catalog.json_build_object(
               'key', pg_catalog.pg_get_partkeydef(c.oid)))
               AS properties,
           NULL AS doubt
    WHERE c.relkind = 'p'
    UNION ALL
    SELECT pg_catalog.format('partition %s%I',
                                 CASE WHEN pn.oid <> n.oid
                                      THEN pg_catalog.quote_ident(pn.nspname) || '.' END,
                                 p.relname),
           pg_catalog.json_build_object(
               'name', pg_catalog.json_build_object(
                   'name', pg_catalog.format('%I.%I', pn.nspname, p.relname)),
               'of', pg_catalog.json_build_object(
                   'name', pg_catalog.format('%I.%I', un.nspname, up.relname)),
               'bound', pg_catalog.json_build_object(
                   'bound', pg_catalog.pg_get_expr(p.relpartbound, p.oid)),
               'partition key', pg_catalog.json_build_object(
                   'key', pg_catalog.pg_get_partkeydef(p.oid)),
               'detaching', COALESCE(tree.row ->> 'inhdetachpending', 'false')),
           CASE WHEN tree.row ->> 'inhdetachpending' = 'true' THEN 'being detached' END
    FROM (WITH RECURSIVE below AS (
              SELECT i.inhrelid, i.inhparent, pg_catalog.to_jsonb(i) AS row
              FROM pg_catalog.pg_inherits AS i
              WHERE i.inhparent = c.oid
              UNION ALL
              SELECT i.inhrelid, i.inhparent, pg_catalog.to_jsonb(i)
              FROM below
              JOIN pg_catalog.pg_inherits AS i ON i.inhparent = below.inhrelid)
          SELECT below.inhrelid, below.inhparent, below.row FROM below WHERE c.relkind = 'p') AS tree
    JOIN pg_catalog.pg_class AS p ON p.oid = tree.inhrelid
    JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
    JOIN pg_catalog.pg_class AS up ON up.oid = tree.inhparent
    JOIN pg_catalog.pg_namespace AS un ON un.oid = up.relnamespace
) AS o ON true
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
