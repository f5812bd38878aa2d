-- The relations that ANALYZE can read on this server: all that ANALYZE without a list reads, but
-- partitioned tables with foreign partitions, whose rows it would fetch from another server. ANALYZE
-- fails for a name in a schema that the role may not use, such as a provider's, and skips a table
-- that the role may not analyze. Relations that were analyzed after their rows came need it again only
-- for statistics of their own that an index on an expression or CREATE STATISTICS has added since.
-- $1 text: JSON list of {"schema", "name"} of those that were analyzed.
-- Returns: quoted (the name for a statement).
WITH analyzed AS (
    SELECT c.oid
    FROM pg_catalog.json_array_elements($1::json) AS w (relation)
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.relation ->> 'schema'
    JOIN pg_catalog.pg_class AS c
         ON c.relnamespace = n.oid AND c.relname = w.relation ->> 'name'
)
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'p') AND c.relpersistence <> 't'
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_partition_tree(c.oid) AS t
                  JOIN pg_catalog.pg_class AS l ON l.oid = t.relid AND l.relkind = 'f'
                  WHERE c.relkind = 'p')
  AND (NOT EXISTS (SELECT FROM analyzed AS a
                   WHERE a.oid = c.oid
                      OR a.oid IN (SELECT u.relid FROM pg_catalog.pg_partition_ancestors(c.oid) AS u))
       OR EXISTS (SELECT FROM pg_catalog.pg_index AS i
                  WHERE i.indrelid = c.oid AND i.indexprs IS NOT NULL)
       OR EXISTS (SELECT FROM pg_catalog.pg_statistic_ext AS e WHERE e.stxrelid = c.oid))
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
  AND (pg_catalog.pg_has_role(c.relowner, 'USAGE')
       OR EXISTS (SELECT FROM pg_catalog.pg_database AS d
                  WHERE d.datname = pg_catalog.current_database()
                    AND pg_catalog.pg_has_role(d.datdba, 'USAGE'))
       OR CASE WHEN pg_catalog.current_setting('server_version_num')::integer >= 170000
               THEN pg_catalog.has_table_privilege(c.oid, 'MAINTAIN') END)
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
