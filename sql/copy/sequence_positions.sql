-- All sequences, each with the statement that reads its position. A sequence isn't part of a
-- snapshot: the position is always the current one.
-- Returns: schema, name, quoted (schema.name, for use in a statement), of_extension, rises,
-- statement (it returns last_value, is_called).
SELECT n.nspname AS schema, c.relname AS name, q.quoted,
       EXISTS (SELECT FROM pg_catalog.pg_depend AS e
               WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid
                 AND e.deptype = 'e') AS of_extension,
       s.seqincrement > 0 AS rises,
       'SELECT last_value, is_called FROM ' || q.quoted AS statement
FROM pg_catalog.pg_sequence AS s
JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted) AS q
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
