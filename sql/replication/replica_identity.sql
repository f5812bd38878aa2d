-- Whether each table has a replica identity, by which logical replication identifies the rows that
-- an UPDATE or DELETE changed.
-- Returns: schema, relation, object, have, want (NULL: have is as it should be).
SELECT n.nspname AS schema, c.relname AS relation,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS object,
       CASE WHEN c.relreplident = 'f' THEN 'the whole row'
            WHEN c.relreplident = 'n' THEN 'none'
            WHEN i.index IS NULL THEN 'none: the key doesn''t exist'
            ELSE i.index END AS have,
       CASE WHEN c.relreplident <> 'f' AND i.index IS NULL
            THEN 'a primary key, or REPLICA IDENTITY of an index or FULL' END AS want
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT ic.relname::text AS index
    FROM pg_catalog.pg_index AS x
    JOIN pg_catalog.pg_class AS ic ON ic.oid = x.indexrelid
    WHERE x.indrelid = c.oid AND x.indisvalid
      AND CASE c.relreplident WHEN 'd' THEN x.indisprimary WHEN 'i' THEN x.indisreplident
                              ELSE false END
    LIMIT 1
) AS i ON true
WHERE c.relkind IN ('r', 'p')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
