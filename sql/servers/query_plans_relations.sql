-- How large relations are, and which of their indexes the planner can use.
-- $1 text: JSON list of {schema, name}.
-- Returns: schema, relation, bytes, indexes (JSON list of names).
SELECT w.relation ->> 'schema' AS schema, w.relation ->> 'name' AS relation,
       pg_catalog.pg_relation_size(r.oid) AS bytes,
       (SELECT COALESCE(pg_catalog.jsonb_agg(ic.relname), '[]')
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
        WHERE i.indrelid = r.oid AND i.indisvalid) AS indexes
FROM pg_catalog.jsonb_array_elements($1::jsonb) AS w (relation)
CROSS JOIN LATERAL (
    SELECT pg_catalog.to_regclass(
        pg_catalog.format('%I.%I', w.relation ->> 'schema', w.relation ->> 'name')) AS oid
) AS r
ORDER BY w.relation::text COLLATE "C";
