-- All foreign keys, for an order of statements that they allow. A partition's foreign key is left
-- out; its partitioned table has the same one.
-- Returns: child_schema, child, parent_schema, parent, on_child (the child's name for a statement),
-- name (of the foreign key, for a statement), deferrable.
SELECT cn.nspname AS child_schema, child.relname AS child,
       pn.nspname AS parent_schema, parent.relname AS parent,
       pg_catalog.format('%I.%I', cn.nspname, child.relname) AS on_child,
       pg_catalog.quote_ident(k.conname) AS name,
       k.condeferrable AS deferrable
FROM pg_catalog.pg_constraint AS k
JOIN pg_catalog.pg_class AS child ON child.oid = k.conrelid
JOIN pg_catalog.pg_namespace AS cn ON cn.oid = child.relnamespace
JOIN pg_catalog.pg_class AS parent ON parent.oid = k.confrelid
JOIN pg_catalog.pg_namespace AS pn ON pn.oid = parent.relnamespace
WHERE k.contype = 'f' AND k.conparentid = 0
ORDER BY 1, 2, 3, 4, 6;
