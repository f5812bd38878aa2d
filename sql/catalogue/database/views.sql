-- Views and materialized views. The definition is compared as a query, because servers of different
-- versions print the same query differently. Their columns, options, indexes, triggers and rules are
-- parts, which other statements list.
-- Returns: schema, relation (NULL: of none), object, of_extension, properties (JSON object), doubt
-- (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation,
       pg_catalog.format('%s %I.%I', CASE c.relkind WHEN 'm' THEN 'materialized view'
                                                    ELSE 'view' END, n.nspname, c.relname) AS object,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid
                 AND e.deptype = 'e') AS of_extension,
       pg_catalog.json_build_object(
           'definition', pg_catalog.json_build_object('query', pg_catalog.pg_get_viewdef(c.oid)),
           'populated', pg_catalog.json_build_object(
               'at_least', CASE WHEN c.relispopulated THEN 'yes' END),
           'depends on extensions',
           (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(x.extname), ', '
                                        ORDER BY x.extname COLLATE "C")
            FROM pg_catalog.pg_depend AS d
            JOIN pg_catalog.pg_extension AS x ON x.oid = d.refobjid
            WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
              AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass)) AS properties,
       CASE WHEN NOT c.relispopulated THEN 'never refreshed, so reading it fails'
       END AS doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
