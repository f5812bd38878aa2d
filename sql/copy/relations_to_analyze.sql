-- The relations that ANALYZE can read on this server: all that ANALYZE without a list reads, but
-- partitioned tables with foreign partitions, whose rows it would fetch from another server.
-- Returns: quoted (the name for a statement).
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'p') AND c.relpersistence <> 't'
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_partition_tree(c.oid) AS t
                  JOIN pg_catalog.pg_class AS l ON l.oid = t.relid AND l.relkind = 'f'
                  WHERE c.relkind = 'p')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
