-- Writes the statement that counts the rows of relations, and adds up a hash of each.
-- $1 text: JSON object: by the name to show, {rows (what a statement names to read them), name (by
-- which conditions know it), conditions (JSON list of texts that begin with WHERE), columns (JSON list)}.
-- Returns: statement, which returns name, rows, digest.
SELECT pg_catalog.string_agg(
           pg_catalog.format(
               'SELECT %L AS name, pg_catalog.count(*) AS rows, '
               'COALESCE(pg_catalog.sum(pg_catalog.hashtextextended('
               'pg_catalog.format(''%%s'', ROW(%s)), 0)::numeric), 0)::text AS digest FROM (%s) AS r',
               t.name, c.columns,
               CASE pg_catalog.jsonb_array_length(t.relation -> 'conditions')
               WHEN 2 THEN pg_catalog.format('SELECT * FROM (SELECT * FROM %1$s AS %2$I %3$s) AS %2$I %4$s',
                                             t.relation ->> 'rows', t.relation ->> 'name',
                                             t.relation #>> '{conditions,0}',
                                             t.relation #>> '{conditions,1}')
               ELSE pg_catalog.format('SELECT * FROM %s AS %I %s', t.relation ->> 'rows',
                                      t.relation ->> 'name', t.relation #>> '{conditions,0}') END),
           ' UNION ALL ' ORDER BY t.name COLLATE "C") || ' ORDER BY 1' AS statement
FROM pg_catalog.jsonb_each($1::jsonb) AS t (name, relation)
CROSS JOIN LATERAL (
    SELECT pg_catalog.string_agg(pg_catalog.format('r.%I', e.name), ', ' ORDER BY e.place) AS columns
    FROM pg_catalog.jsonb_array_elements_text(t.relation -> 'columns') WITH ORDINALITY AS e (name, place)
) AS c;
