-- The columns of each table, view, materialized view and foreign table, without dropped ones. A
-- restore may change the order of columns in an inheritance child, so a child's columns have no
-- position.
-- Returns: schema, relation, object (NULL: the relation has none), properties (JSON object of
-- texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, 'column ' || pg_catalog.quote_ident(a.attname) AS object,
       CASE WHEN a.attrelid IS NOT NULL THEN pg_catalog.json_build_object(
           'position', CASE WHEN c.relispartition
                                 OR NOT EXISTS (SELECT FROM pg_catalog.pg_inherits AS i
                                                WHERE i.inhrelid = c.oid)
                            THEN (pg_catalog.row_number() OVER (PARTITION BY c.oid
                                                                ORDER BY a.attnum))::text END,
           'type', pg_catalog.json_build_object('name', pg_catalog.format_type(a.atttypid, a.atttypmod)),
           -- From 18 on NOT NULL is a constraint, and may be NOT VALID or NO INHERIT.
           'not null', a.attnotnull::text || COALESCE((
               SELECT CASE WHEN n.convalidated THEN '' ELSE ', not validated' END
                      || CASE WHEN n.connoinherit THEN ', not inherited' ELSE '' END
               FROM pg_catalog.pg_constraint AS n
               WHERE n.conrelid = a.attrelid AND n.contype = 'n'
                 AND n.conkey = ARRAY[a.attnum]), ''),
           CASE a.attgenerated WHEN '' THEN 'default'
                               WHEN 's' THEN 'stored expression'
                               ELSE 'expression' END,
           pg_catalog.json_build_object('expression', CASE WHEN NOT is_none.is_none THEN shown.expression END),
           -- A column that the child declared too stays when its parent drops it.
           'inherited', CASE WHEN a.attinhcount > 0 AND NOT c.relispartition
                             THEN CASE WHEN a.attislocal THEN 'and declared' ELSE 'yes' END END,
           'identity', CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
           'collation', pg_catalog.json_build_object('name', CASE WHEN a.attcollation <> t.typcollation
               THEN pg_catalog.format('%I.%I', kn.nspname, k.collname) END),
           'storage', CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END,
           -- 13 doesn't have this column, so there the name means that of before_14.
           'compression', NULLIF((SELECT attcompression FROM (SELECT a.*) AS a), ''),
           'options of the foreign table',
           (SELECT pg_catalog.string_agg(o.option, ', ' ORDER BY o.option COLLATE "C")
            FROM pg_catalog.unnest(a.attfdwoptions) AS o (option))) END AS properties,
       NULL AS doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_attribute AS a
       ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_catalog.pg_collation AS k ON k.oid = a.attcollation
LEFT JOIN pg_catalog.pg_namespace AS kn ON kn.oid = k.collnamespace
CROSS JOIN (SELECT ''::"char" AS attcompression) AS before_14
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression) AS shown
-- DEFAULT NULL is the same as none, but for a domain, whose own default it hides, and for a view. A
-- type with a length keeps it, and pg_dump writes it for a partition that lacks its table's default.
CROSS JOIN LATERAL (SELECT t.typtype <> 'd' AND c.relkind <> 'v' AND a.attgenerated = ''
                           AND shown.expression ~ '^NULL::[^()]+$' AS is_none) AS is_none
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", a.attname COLLATE "C";
