-- What the comparison of contents needs to know about each relation: its kind, its size and its
-- parts. An ordinary table has one part: itself, without its inheritance children. The parts of a
-- partitioned table are its leaf partitions.
-- $1 text: JSON list of {"schema", "name"}.
-- Returns: schema, name, kind (pg_class.relkind), quoted (the name for a statement), triggers (JSON
-- list of {"table", "name", "always"}: enabled triggers of users, also on partitions), parts (JSON
-- list of {"from", "kind", "blocks"}). A relation that doesn't exist has no row.
SELECT n.nspname AS schema,
       c.relname AS name,
       c.relkind AS kind,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted,
       (SELECT COALESCE(pg_catalog.json_agg(
                            pg_catalog.json_build_object(
                                'table', pg_catalog.format('%I.%I', rn.nspname, r.relname),
                                'name', pg_catalog.quote_ident(t.tgname),
                                'always', t.tgenabled = 'A')
                            ORDER BY rn.nspname COLLATE "C", r.relname COLLATE "C",
                                     t.tgname COLLATE "C"), '[]')
        FROM pg_catalog.pg_trigger AS t
        JOIN pg_catalog.pg_class AS r ON r.oid = t.tgrelid
        JOIN pg_catalog.pg_namespace AS rn ON rn.oid = r.relnamespace
        WHERE (t.tgrelid = c.oid
               OR c.relkind = 'p'
                  AND t.tgrelid IN (SELECT p.relid FROM pg_catalog.pg_partition_tree(c.oid) AS p))
          AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')) AS triggers,
       COALESCE(parts.list, '[]') AS parts
FROM pg_catalog.json_array_elements($1::json) AS wanted (relation)
JOIN pg_catalog.pg_namespace AS n ON n.nspname = wanted.relation ->> 'schema'
JOIN pg_catalog.pg_class AS c
     ON c.relnamespace = n.oid AND c.relname = wanted.relation ->> 'name'
CROSS JOIN LATERAL (
    SELECT pg_catalog.json_agg(
               pg_catalog.json_build_object(
                   'from', pg_catalog.format('ONLY %I.%I', pn.nspname, p.relname),
                   'kind', p.relkind,
                   'blocks', COALESCE(pg_catalog.pg_relation_size(p.oid), 0)
                             / pg_catalog.current_setting('block_size')::bigint)
               ORDER BY pn.nspname COLLATE "C", p.relname COLLATE "C") AS list
    FROM (SELECT c.oid AS relid WHERE c.relkind <> 'p'
          UNION ALL
          SELECT t.relid FROM pg_catalog.pg_partition_tree(c.oid) AS t
          WHERE c.relkind = 'p' AND t.isleaf AND t.relid <> c.oid) AS part
    JOIN pg_catalog.pg_class AS p ON p.oid = part.relid
    JOIN pg_catalog.pg_namespace AS pn ON pn.oid = p.relnamespace
) AS parts
WHERE c.relkind NOT IN ('i', 'I', 't', 'c')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
