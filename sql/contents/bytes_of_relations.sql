-- How large the rows of each relation are: of a table with its TOAST table, of a partitioned one with
-- its partitions. Asks no size that would have to wait for a lock.
-- Returns: schema, relation, bytes (NULL: it isn't known).
WITH RECURSIVE tree AS (
    SELECT c.oid AS root, c.oid, c.relkind, c.reltoastrelid
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v')
      AND n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND n.nspname !~ '^pg_(toast|temp)'
    UNION
    SELECT tree.root, c.oid, c.relkind, c.reltoastrelid
    FROM tree
    JOIN pg_catalog.pg_inherits AS i ON i.inhparent = tree.oid
    JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
    WHERE tree.relkind = 'p'
), sizes AS (
    SELECT tree.root,
           CASE WHEN tree.relkind = 'p' THEN 0
                WHEN tree.relkind IN ('r', 'm') AND tree.oid <> ALL ('locked_relations')
                    THEN pg_catalog.pg_relation_size(tree.oid)
                         + CASE WHEN tree.reltoastrelid = 0 THEN 0
                                ELSE pg_catalog.pg_relation_size(tree.reltoastrelid) END
                END AS bytes
    FROM tree
)
SELECT n.nspname AS schema, c.relname AS relation,
       CASE WHEN pg_catalog.count(*) = pg_catalog.count(s.bytes) THEN pg_catalog.sum(s.bytes) END AS bytes
FROM sizes AS s
JOIN pg_catalog.pg_class AS c ON c.oid = s.root
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
GROUP BY n.nspname, c.relname
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
