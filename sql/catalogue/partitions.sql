-- How each table is partitioned, and its partitions at all levels, with the indexes, constraints
-- and triggers that a partition may have on its own.
-- Returns: schema, relation, object (NULL: the relation is not partitioned), properties (JSON
-- object of texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.properties, o.doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT 'partitioning' AS object,
           pg_catalog.json_build_object('definition', pg_catalog.pg_get_partkeydef(c.oid))
               AS properties,
           NULL AS doubt
    WHERE c.relkind = 'p'
    UNION ALL
    SELECT pg_catalog.format('partition %s%I',
                                 CASE WHEN pn.oid <> n.oid
                                      THEN pg_catalog.quote_ident(pn.nspname) || '.' END,
                                 p.relname),
           pg_catalog.json_build_object(
               'name', pg_catalog.format('%I.%I', pn.nspname, p.relname),
               'of', pg_catalog.format('%I.%I', un.nspname, up.relname),
               'bound', pg_catalog.pg_get_expr(p.relpartbound, p.oid),
               'partition key', pg_catalog.pg_get_partkeydef(p.oid),
               'detaching', COALESCE(pg_catalog.to_jsonb(i) ->> 'inhdetachpending', 'false'),
               'row-level security', p.relrowsecurity::text,
               'indexes',
               (SELECT pg_catalog.string_agg(
                           pg_catalog.pg_get_indexdef(x.indexrelid)
                               || CASE WHEN x.indisvalid AND x.indisready THEN ''
                                       ELSE ', not valid' END,
                           '; ' ORDER BY xc.relname COLLATE "C")
                FROM pg_catalog.pg_index AS x
                JOIN pg_catalog.pg_class AS xc ON xc.oid = x.indexrelid
                WHERE x.indrelid = p.oid),
               'constraints',
               (SELECT pg_catalog.string_agg(
                           pg_catalog.format('%I %s', k.conname,
                                             pg_catalog.pg_get_constraintdef(k.oid)),
                           '; ' ORDER BY k.conname COLLATE "C")
                FROM pg_catalog.pg_constraint AS k
                WHERE k.conrelid = p.oid AND k.contype IN ('c', 'f', 'p', 'u', 'x')),
               'triggers',
               (SELECT pg_catalog.string_agg(
                           pg_catalog.format('%s, enabled %s', pg_catalog.pg_get_triggerdef(g.oid),
                                             g.tgenabled),
                           '; ' ORDER BY g.tgname COLLATE "C")
                FROM pg_catalog.pg_trigger AS g
                WHERE g.tgrelid = p.oid AND NOT g.tgisinternal),
               'disabled foreign keys',
               (SELECT pg_catalog.string_agg(DISTINCT k.conname, ', ')
                FROM pg_catalog.pg_trigger AS g
                JOIN pg_catalog.pg_constraint AS k ON k.oid = g.tgconstraint
                WHERE g.tgrelid = p.oid AND g.tgisinternal AND g.tgenabled <> 'O')),
           CASE WHEN pg_catalog.to_jsonb(i) ->> 'inhdetachpending' = 'true'
                THEN 'being detached' END
    FROM (WITH RECURSIVE below AS (
              SELECT i.inhrelid, i.inhparent FROM pg_catalog.pg_inherits AS i
              WHERE i.inhparent = c.oid
              UNION ALL
              SELECT i.inhrelid, i.inhparent FROM below
              JOIN pg_catalog.pg_inherits AS i ON i.inhparent = below.inhrelid)
          SELECT below.inhrelid, below.inhparent FROM below WHERE c.relkind = 'p') AS tree
    JOIN pg_catalog.pg_inherits AS i
         ON i.inhrelid = tree.inhrelid AND i.inhparent = tree.inhparent
    JOIN pg_catalog.pg_class AS p ON p.oid = tree.inhrelid
    JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
    JOIN pg_catalog.pg_class AS up ON up.oid = tree.inhparent
    JOIN pg_catalog.pg_namespace AS un ON un.oid = up.relnamespace
) AS o ON true
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
