-- The enabled triggers that users created on the relations and their partitions. A trigger of a
-- foreign or unique key belongs to a constraint of that kind and isn't listed. tgisinternal can't
-- tell them apart: for partitions it differs between major versions.
-- $1 text: JSON list of {"schema", "name"}.
-- Returns: on_table, name (both quoted), enabled (O: yes, A: always, R: on replicas).
SELECT DISTINCT
       pg_catalog.format('%I.%I', tn.nspname, t.relname) COLLATE "C" AS on_table,
       pg_catalog.quote_ident(g.tgname) COLLATE "C" AS name,
       g.tgenabled AS enabled
FROM pg_catalog.json_array_elements($1::json) AS wanted (relation)
JOIN pg_catalog.pg_namespace AS n ON n.nspname = wanted.relation ->> 'schema'
JOIN pg_catalog.pg_class AS c
     ON c.relnamespace = n.oid AND c.relname = wanted.relation ->> 'name'
CROSS JOIN LATERAL (
    SELECT c.oid AS relid
    UNION ALL
    SELECT p.relid FROM pg_catalog.pg_partition_tree(c.oid) AS p WHERE c.relkind = 'p'
) AS part
JOIN pg_catalog.pg_class AS t ON t.oid = part.relid
JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.relnamespace
JOIN pg_catalog.pg_trigger AS g ON g.tgrelid = t.oid AND g.tgenabled <> 'D'
LEFT JOIN pg_catalog.pg_constraint AS k ON k.oid = g.tgconstraint
WHERE k.oid IS NULL OR k.contype = 't'
ORDER BY 1, 2;
