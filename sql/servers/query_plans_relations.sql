-- How large relations are, and which of their indexes the planner can use.
-- $1 text: JSON list of {schema, name}.
-- Returns: schema, relation, bytes, indexes (JSON list of names).
SELECT n.nspname AS schema, c.relname AS relation,
       CASE WHEN c.relkind IN ('r', 'm', 't') THEN pg_catalog.pg_relation_size(c.oid) ELSE 0 END AS bytes,
       (SELECT COALESCE(pg_catalog.jsonb_agg(ic.relname ORDER BY ic.relname COLLATE "C"), '[]')
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
        WHERE i.indrelid = c.oid AND i.indisvalid) AS indexes
FROM pg_catalog.jsonb_array_elements($1::jsonb) AS w (relation)
JOIN pg_catalog.pg_namespace AS n ON n.nspname = w.relation ->> 'schema'
JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = w.relation ->> 'name'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
