-- The columns of these tables, without generated ones.
-- $1 text: JSON list of tables, as schema.name.
-- Returns: name, relation (without its schema), rows (what a statement must name to read its rows),
-- condition (of the rows that count: all), columns (JSON list).
SELECT t.name, c.relname AS relation, 'rows_of_relation' AS rows, '' AS condition,
       pg_catalog.json_agg(a.attname) AS columns
FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS t (name)
JOIN pg_catalog.pg_namespace AS n ON n.nspname = pg_catalog.split_part(t.name, '.', 1)
JOIN pg_catalog.pg_class AS c
     ON c.relnamespace = n.oid AND c.relname = pg_catalog.split_part(t.name, '.', 2)
    AND c.relkind IN ('r', 'p')
JOIN pg_catalog.pg_attribute AS a
     ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
GROUP BY t.name, c.oid, c.relkind, c.relname, n.nspname
ORDER BY t.name COLLATE "C";
