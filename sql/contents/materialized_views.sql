-- The materialized views, each with its query.
-- Returns: schema, relation, of_extension, is_populated, columns (JSON list, in order), query.
SELECT n.nspname AS schema, c.relname AS relation,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid
                 AND e.deptype = 'e') AS of_extension,
       c.relispopulated AS is_populated,
       (SELECT pg_catalog.json_agg(a.attname ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = c.oid AND a.attnum > 0) AS columns,
       pg_catalog.pg_get_viewdef(c.oid) AS query
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'm'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
