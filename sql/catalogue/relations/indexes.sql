-- The indexes of each table and materialized view. The definition is the text after the table's
-- name, which is the same when the table is renamed. pg_get_indexdef() writes the current name, also
-- if the table was renamed after the snapshot, and pg_identify_object() knows it.
-- Returns: schema, relation, object (NULL: the relation has none), properties (JSON object of
-- texts), doubt (NULL: none).
SELECT n.nspname AS schema, c.relname AS relation, o.object, o.properties, o.doubt
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT pg_catalog.format('index %I', ic.relname) AS object,
           pg_catalog.json_build_object(
               'definition', pg_catalog.json_build_object(
                   'index', pg_catalog.substr(text.definition,
                                              pg_catalog.strpos(text.definition, text.of_table)
                                                  + pg_catalog.length(text.of_table))),
               'unique', i.indisunique::text,
               'primary', i.indisprimary::text,
               'immediate', i.indimmediate::text,
               'valid', i.indisvalid::text,
               'ready', i.indisready::text,
               'clustered', i.indisclustered::text,
               'replica identity', i.indisreplident::text,
               'part of', pg_catalog.json_build_object('name', (
                   SELECT p.inhparent::pg_catalog.regclass::text
                   FROM pg_catalog.pg_inherits AS p WHERE p.inhrelid = i.indexrelid)),
               'depends on extensions',
               (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(x.extname), ', '
                                            ORDER BY x.extname COLLATE "C")
                FROM pg_catalog.pg_depend AS d
                JOIN pg_catalog.pg_extension AS x ON x.oid = d.refobjid
                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = i.indexrelid
                  AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass)
           ) AS properties,
           CASE WHEN NOT i.indisvalid
                THEN 'not valid, so queries don''t use it' END AS doubt
    FROM pg_catalog.pg_index AS i
    JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
    CROSS JOIN LATERAL (
        SELECT pg_catalog.pg_get_indexdef(i.indexrelid) AS definition,
               pg_catalog.format(' %s USING ', t.identity) AS of_table
        FROM pg_catalog.pg_identify_object('pg_catalog.pg_class'::pg_catalog.regclass, c.oid, 0) AS t
        OFFSET 0  -- or the planner asks for the definition twice
    ) AS text
    WHERE i.indrelid = c.oid
) AS o ON true
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o.object COLLATE "C";
