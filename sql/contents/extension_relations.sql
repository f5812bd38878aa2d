-- The tables whose rows a dump takes along although they belong to an extension: pg_dump calls them
-- configuration tables.
-- Returns: extension, name, relation (without its schema), rows (what a statement must name to read
-- its rows), condition (of the rows that a dump takes: empty, or a text that begins with WHERE),
-- columns (JSON list, without generated ones).
SELECT x.extname AS extension, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name,
       c.relname AS relation, 'rows_of_relation' AS rows, f.condition,
       (SELECT COALESCE(pg_catalog.json_agg(a.attname), '[]')
        FROM pg_catalog.pg_attribute AS a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          AND a.attgenerated = '') AS columns
FROM pg_catalog.pg_extension AS x
CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(x.extconfig),
                              pg_catalog.unnest(x.extcondition)) AS f (relation, condition)
JOIN pg_catalog.pg_class AS c ON c.oid = f.relation AND c.relkind IN ('r', 'p')
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
