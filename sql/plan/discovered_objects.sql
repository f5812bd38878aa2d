-- The objects of users beside tables: schemas, extensions, partitions, views, foreign tables,
-- sequences that no column owns, types, functions, publications and the rarer ones.
-- $1 text: the pattern of valid text in a database whose encoding is SQL_ASCII; else NULL.
-- Returns: is_readable (if false, a name isn't valid text, and the rest but the kind is NULL), kind,
-- schema (empty: none), name (as SQL spells it).
SELECT e.is_readable, o.kind,
       CASE WHEN e.is_readable THEN o.schema END AS schema,
       CASE WHEN e.is_readable THEN o.name END AS name
FROM (
    SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                          WHEN 'f' THEN 'foreign table' ELSE 'sequence' END AS kind,
           n.nspname::text AS schema, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name,
           'pg_catalog.pg_class'::pg_catalog.regclass AS class, c.oid
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('v', 'm', 'f', 'S') AND NOT c.relispartition
      AND NOT (c.relkind = 'S' AND EXISTS (
                   SELECT FROM pg_catalog.pg_depend AS d
                   WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                     AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0))
    UNION ALL
    SELECT 'type', n.nspname, pg_catalog.format('%I.%I', n.nspname, t.typname),
           'pg_catalog.pg_type'::pg_catalog.regclass, t.oid
    FROM pg_catalog.pg_type AS t
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
    WHERE t.typtype IN ('b', 'c', 'd', 'e', 'r') AND (c.oid IS NULL OR c.relkind = 'c')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS element
                      WHERE element.oid = t.typelem AND element.typarray = t.oid)
    UNION ALL
    SELECT 'function', n.nspname,
           pg_catalog.format('%I.%I(%s)', n.nspname, p.proname,
                             pg_catalog.oidvectortypes(p.proargtypes)),
           'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid
    FROM pg_catalog.pg_proc AS p
    JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d  -- a range's own constructors
                      WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                        AND d.objid = p.oid AND d.deptype = 'i')
    UNION ALL
    SELECT 'partition', n.nspname, pg_catalog.format('%I.%I', n.nspname, c.relname),
           'pg_catalog.pg_class'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f') AND c.relispartition
    UNION ALL
    SELECT 'schema', n.nspname, pg_catalog.quote_ident(n.nspname),
           'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid
    FROM pg_catalog.pg_namespace AS n
    UNION ALL
    SELECT 'extension', '', pg_catalog.quote_ident(x.extname),
           'pg_catalog.pg_extension'::pg_catalog.regclass, x.oid
    FROM pg_catalog.pg_extension AS x
    UNION ALL
    SELECT 'operator', n.nspname, o.oid::pg_catalog.regoperator::text,
           'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid
    FROM pg_catalog.pg_operator AS o
    JOIN pg_catalog.pg_namespace AS n ON n.oid = o.oprnamespace
    UNION ALL
    SELECT 'operator family', n.nspname,
           pg_catalog.format('%I.%I USING %I', n.nspname, f.opfname, m.amname),
           'pg_catalog.pg_opfamily'::pg_catalog.regclass, f.oid
    FROM pg_catalog.pg_opfamily AS f
    JOIN pg_catalog.pg_namespace AS n ON n.oid = f.opfnamespace
    JOIN pg_catalog.pg_am AS m ON m.oid = f.opfmethod
    UNION ALL
    SELECT 'collation', n.nspname, pg_catalog.format('%I.%I', n.nspname, c.collname),
           'pg_catalog.pg_collation'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_collation AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.collnamespace
    UNION ALL
    SELECT 'conversion', n.nspname, pg_catalog.format('%I.%I', n.nspname, c.conname),
           'pg_catalog.pg_conversion'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_conversion AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.connamespace
    UNION ALL
    SELECT 'text search configuration', n.nspname,
           pg_catalog.format('%I.%I', n.nspname, c.cfgname),
           'pg_catalog.pg_ts_config'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_ts_config AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.cfgnamespace
    UNION ALL
    SELECT 'text search dictionary', n.nspname,
           pg_catalog.format('%I.%I', n.nspname, c.dictname),
           'pg_catalog.pg_ts_dict'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_ts_dict AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.dictnamespace
    UNION ALL
    SELECT 'foreign server', '', pg_catalog.quote_ident(s.srvname),
           'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid
    FROM pg_catalog.pg_foreign_server AS s
    UNION ALL
    SELECT 'foreign-data wrapper', '', pg_catalog.quote_ident(w.fdwname),
           'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, w.oid
    FROM pg_catalog.pg_foreign_data_wrapper AS w
    UNION ALL
    SELECT 'language', '', pg_catalog.quote_ident(l.lanname),
           'pg_catalog.pg_language'::pg_catalog.regclass, l.oid
    FROM pg_catalog.pg_language AS l
    UNION ALL
    SELECT 'event trigger', '', pg_catalog.quote_ident(t.evtname),
           'pg_catalog.pg_event_trigger'::pg_catalog.regclass, t.oid
    FROM pg_catalog.pg_event_trigger AS t
    UNION ALL
    SELECT 'access method', '', pg_catalog.quote_ident(m.amname),
           'pg_catalog.pg_am'::pg_catalog.regclass, m.oid
    FROM pg_catalog.pg_am AS m
    UNION ALL
    SELECT 'cast', '', pg_catalog.format('(%s AS %s)', pg_catalog.format_type(c.castsource, NULL),
                                         pg_catalog.format_type(c.casttarget, NULL)),
           'pg_catalog.pg_cast'::pg_catalog.regclass, c.oid
    FROM pg_catalog.pg_cast AS c
    UNION ALL
    SELECT 'publication', '', pg_catalog.quote_ident(p.pubname),
           'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid
    FROM pg_catalog.pg_publication AS p
) AS o
CROSS JOIN LATERAL (
    SELECT $1::text IS NULL
           OR pg_catalog.concat_ws(' ', o.schema, o.name) COLLATE "C" ~ $1::text AS is_readable
) AS e
WHERE o.oid >= 16384 AND o.schema <> 'information_schema' AND o.schema !~ '^pg_(catalog$|toast|temp)'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS x
                  WHERE x.classid = o.class AND x.objid = o.oid AND x.deptype = 'e')
ORDER BY o.kind COLLATE "C", o.name COLLATE "C";
