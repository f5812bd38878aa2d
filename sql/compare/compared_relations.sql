-- What the comparison of contents needs to know about each relation: its kind, its size and its
-- parts. An ordinary table has one part: itself, without its inheritance children. The parts of a
-- partitioned table are its leaf partitions, of the snapshot's catalogue: pg_partition_tree() would
-- leave out one that was detached later. Asks no size that would have to wait for a lock: one relation
-- that can't be read leaves the others alone.
-- $1 text: JSON list of {"schema", "name"}.
-- Returns: schema, name, kind (pg_class.relkind), quoted (the name for a statement), rows (what a
-- statement must name to read its rows on this server), parts (JSON list of {"from", "kind",
-- "schema", "name", "blocks", "toast_blocks"}; of a locked one 0 blocks). A relation that doesn't
-- exist has no row.
WITH RECURSIVE tree AS (
    SELECT c.oid AS root, c.oid, c.relkind, c.reltoastrelid, n.nspname, c.relname
    FROM pg_catalog.json_array_elements($1::json) AS wanted (relation)
    JOIN pg_catalog.pg_class AS c ON c.relname = wanted.relation ->> 'name'
    JOIN pg_catalog.pg_namespace AS n
         ON n.oid = c.relnamespace AND n.nspname = wanted.relation ->> 'schema'
    UNION
    SELECT tree.root, c.oid, c.relkind, c.reltoastrelid, n.nspname, c.relname
    FROM tree
    JOIN pg_catalog.pg_inherits AS i ON i.inhparent = tree.oid
    JOIN pg_catalog.pg_class AS c ON c.oid = i.inhrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE tree.relkind = 'p'
      AND COALESCE(pg_catalog.to_jsonb(i) ->> 'inhdetachpending', 'false') = 'false'
)
SELECT n.nspname AS schema,
       c.relname AS name,
       c.relkind AS kind,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted,
       'rows_of_relation' AS rows,
       COALESCE(wanted.parts, '[]') AS parts
FROM (
    SELECT tree.root,
           pg_catalog.json_agg(
               pg_catalog.json_build_object(
                   'from', pg_catalog.format('ONLY %I.%I', tree.nspname, tree.relname),
                   'kind', tree.relkind, 'schema', tree.nspname, 'name', tree.relname,
                   'blocks', COALESCE(size.bytes / server.block_size, 0),
                   'toast_blocks', COALESCE(size.toast_bytes / server.block_size, 0))
               ORDER BY tree.nspname COLLATE "C", tree.relname COLLATE "C")
               FILTER (WHERE tree.relkind <> 'p') AS parts
    FROM tree
    CROSS JOIN (
        SELECT pg_catalog.current_setting('block_size')::bigint AS block_size,
               'locked_relations' AS locked
    ) AS server
    LEFT JOIN LATERAL (
        SELECT pg_catalog.pg_relation_size(tree.oid) AS bytes,
               -- Of long values. The size of no relation is NULL.
               pg_catalog.pg_relation_size(tree.reltoastrelid) AS toast_bytes
        WHERE tree.oid <> ALL (server.locked)
    ) AS size ON true
    GROUP BY tree.root
) AS wanted
JOIN pg_catalog.pg_class AS c ON c.oid = wanted.root
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
