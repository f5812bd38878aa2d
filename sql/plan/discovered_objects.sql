-- The objects of users beside tables: views, foreign tables, sequences that no column owns, types,
-- functions and publications.
-- Returns: kind, schema (empty: none), name (as SQL spells it).
SELECT o.kind, o.schema, o.name
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
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS element WHERE element.typarray = t.oid)
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
    SELECT 'publication', '', pg_catalog.quote_ident(p.pubname),
           'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid
    FROM pg_catalog.pg_publication AS p
) AS o
WHERE o.oid >= 16384 AND o.schema <> 'information_schema' AND o.schema !~ '^pg_(catalog$|toast|temp)'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                  WHERE e.classid = o.class AND e.objid = o.oid AND e.deptype = 'e')
ORDER BY o.kind COLLATE "C", o.name COLLATE "C";
