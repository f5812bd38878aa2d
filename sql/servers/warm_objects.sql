-- The tables, materialized views, partitions and indexes of relations, and the files that have their rows.
-- $1 text: JSON list of {schema, name}.
-- Returns: schema, name, object, is_index, tablespace, file (NULL: none), blocks (0:
-- it has no rows, or none of its own).
WITH wanted AS (
    SELECT w.schema, w.name,
           pg_catalog.to_regclass(pg_catalog.format('%I.%I', w.schema, w.name))::oid AS oid
    FROM pg_catalog.jsonb_to_recordset($1::jsonb) AS w (schema text, name text)
), tables AS (
    SELECT w.schema, w.name, w.oid FROM wanted AS w
    UNION
    SELECT w.schema, w.name, p.relid::oid
    FROM wanted AS w CROSS JOIN LATERAL pg_catalog.pg_partition_tree(w.oid) AS p
), objects AS (
    SELECT t.schema, t.name, t.oid FROM tables AS t
    UNION
    SELECT t.schema, t.name, i.indexrelid
    FROM tables AS t JOIN pg_catalog.pg_index AS i ON i.indrelid = t.oid
)
SELECT o.schema, o.name, pg_catalog.format('%I.%I', n.nspname, c.relname) AS object,
       c.relkind = 'i' AS is_index,
       COALESCE(NULLIF(c.reltablespace, 0), d.dattablespace) AS tablespace,
       pg_catalog.pg_relation_filenode(c.oid) AS file,
       pg_catalog.pg_relation_size(c.oid) / pg_catalog.current_setting('block_size')::bigint AS blocks
FROM objects AS o
JOIN pg_catalog.pg_class AS c ON c.oid = o.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
ORDER BY o.schema COLLATE "C", o.name COLLATE "C", n.nspname COLLATE "C", c.relname COLLATE "C";
