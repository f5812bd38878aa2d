-- The relations of the user schemas, and which columns of a list they have.
-- $1 text: JSON list of columns; $2 text: JSON list of schemas; empty: all.
-- Returns: schema, relation (NULL: the schema has none), kind, of_extension, columns (JSON list).
SELECT n.nspname AS schema, c.relname AS relation,
       CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                      WHEN 'f' THEN 'foreign table' ELSE 'table' END AS kind,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS d
               WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                 AND d.objid = c.oid AND d.deptype = 'e') AS of_extension,
       COALESCE((SELECT pg_catalog.json_agg(a.attname ORDER BY a.attnum)
                 FROM pg_catalog.pg_attribute AS a
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                   AND $1::jsonb ? a.attname::text), '[]') AS columns
FROM pg_catalog.pg_namespace AS n
LEFT JOIN pg_catalog.pg_class AS c
       ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
  AND ($2::jsonb = '[]' OR $2::jsonb ? n.nspname::text)
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
