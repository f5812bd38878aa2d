-- The size of the relations on disk, without indexes. A partitioned table has the size of all its
-- partitions together; any other table has its own size, without inheritance children.
-- $1 text: JSON list of {"schema", "name"}.
-- Returns: schema, name, bytes.
SELECT n.nspname AS schema, c.relname AS name,
       (SELECT COALESCE(pg_catalog.sum(pg_catalog.pg_table_size(part.relid)), 0)
        FROM (SELECT c.oid AS relid
              UNION
              SELECT p.relid FROM pg_catalog.pg_partition_tree(c.oid) AS p
              WHERE c.relkind = 'p') AS part)::bigint AS bytes
FROM pg_catalog.json_array_elements($1::json) AS wanted (relation)
JOIN pg_catalog.pg_namespace AS n ON n.nspname = wanted.relation ->> 'schema'
JOIN pg_catalog.pg_class AS c
     ON c.relnamespace = n.oid AND c.relname = wanted.relation ->> 'name'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
