-- The foreign keys of all tables that reference the relations. A key that references the partitioned
-- table of a relation, or one of its partitions, references the relation. Keys that a partition
-- inherits aren't listed, and neither are keys that aren't enforced (PostgreSQL 18 and later).
-- $1 text: JSON list of {"schema", "name"}.
-- Returns: parent_schema, parent, child_schema, child (two of the relations; the child is NULL if the
-- key is of another table), on_child (the key's table), name (both quoted), deferrable, deferred.
WITH wanted AS (
    SELECT n.nspname AS schema, c.relname AS name,
           COALESCE(pg_catalog.pg_partition_root(c.oid)::oid, c.oid) AS root
    FROM pg_catalog.json_array_elements($1::json) AS w (relation)
    JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.relation ->> 'schema'
    JOIN pg_catalog.pg_class AS c
         ON c.relnamespace = n.oid AND c.relname = w.relation ->> 'name'
)
SELECT parent.schema AS parent_schema, parent.name AS parent,
       child.schema AS child_schema, child.name AS child,
       pg_catalog.format('%I.%I', cn.nspname, c.relname) AS on_child,
       pg_catalog.quote_ident(k.conname) AS name,
       k.condeferrable AS deferrable,
       k.condeferred AS deferred
FROM pg_catalog.pg_constraint AS k
JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace AS cn ON cn.oid = c.relnamespace
JOIN wanted AS parent
     ON parent.root = COALESCE(pg_catalog.pg_partition_root(k.confrelid)::oid, k.confrelid)
LEFT JOIN wanted AS child
     ON child.root = COALESCE(pg_catalog.pg_partition_root(k.conrelid)::oid, k.conrelid)
WHERE k.contype = 'f' AND k.conparentid = 0
  AND COALESCE(pg_catalog.to_jsonb(k) ->> 'conenforced', 'true') = 'true'
ORDER BY 1, 2, 3, 4, 5, 6;
