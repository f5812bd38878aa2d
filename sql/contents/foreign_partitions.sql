-- The relations, and the partitions of each at any level, that are foreign tables: their rows are on another
-- server, so no statement of ours reads them. Relations whose names aren't valid text are left out,
-- and partitions are called by their oid then.
-- $1 text: the pattern of valid text in a database whose encoding is SQL_ASCII.
-- Returns: schema, relation, is_foreign (the relation itself), partition (NULL: it has none).
SELECT n.nspname AS schema, c.relname AS relation, c.relkind = 'f' AS is_foreign,
       p.name AS partition
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    WITH RECURSIVE tree AS (
        SELECT c.oid WHERE c.relkind = 'p'
        UNION ALL
        SELECT i.inhrelid FROM tree JOIN pg_catalog.pg_inherits AS i ON i.inhparent = tree.oid
    )
    SELECT CASE WHEN pg_catalog.getdatabaseencoding() <> 'SQL_ASCII'
                     OR pg_catalog.concat_ws(' ', ln.nspname, l.relname) COLLATE "C" ~ $1::text
                THEN pg_catalog.format('%I.%I', ln.nspname, l.relname)
                ELSE pg_catalog.format('partition with oid %s', l.oid) END AS name
    FROM tree
    JOIN pg_catalog.pg_class AS l ON l.oid = tree.oid AND l.relkind = 'f'
    JOIN pg_catalog.pg_namespace AS ln ON ln.oid = l.relnamespace
) AS p ON true
WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
  AND (pg_catalog.getdatabaseencoding() <> 'SQL_ASCII'
       OR pg_catalog.concat_ws(' ', n.nspname, c.relname) COLLATE "C" ~ $1::text)
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", p.name COLLATE "C";
