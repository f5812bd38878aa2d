-- Writes the statement that counts the rows of tables, and adds up a hash of each.
-- $1 text: JSON object: the columns of each table, by schema.name.
-- Returns: statement, which returns name, rows, digest.
SELECT pg_catalog.string_agg(
           pg_catalog.format(
               'SELECT %L AS name, pg_catalog.count(*) AS rows, '
               'COALESCE(pg_catalog.sum(pg_catalog.hashtextextended('
               'pg_catalog.format(''%%s'', ROW(%s)), 0)::numeric), 0)::text AS digest FROM %I.%I AS r',
               t.name, c.columns, pg_catalog.split_part(t.name, '.', 1),
               pg_catalog.split_part(t.name, '.', 2)),
           ' UNION ALL ' ORDER BY t.name COLLATE "C") || ' ORDER BY 1' AS statement
FROM pg_catalog.jsonb_each($1::jsonb) AS t (name, columns)
CROSS JOIN LATERAL (
    SELECT pg_catalog.string_agg(pg_catalog.format('r.%I', e.name), ', ' ORDER BY e.place) AS columns
    FROM pg_catalog.jsonb_array_elements_text(t.columns) WITH ORDINALITY AS e (name, place)
) AS c;
