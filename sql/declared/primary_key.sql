-- The primary key of a relation. A partitioned table's key is valid only when every partition has
-- its own.
-- $1 oid: relation; $2 text: JSON list of columns, in order.
-- Returns: object, have, want (NULL: as it should be).
SELECT 'primary key' AS object,
       COALESCE('(' || k.words || CASE WHEN k.is_valid THEN ')' ELSE '), not valid' END, 'none') AS have,
       CASE WHEN k.names = w.names AND k.is_valid THEN NULL ELSE '(' || w.words || ')' END AS want
FROM (
    SELECT pg_catalog.array_agg(e.name ORDER BY e.place) AS names,
           pg_catalog.string_agg(pg_catalog.quote_ident(e.name), ', ' ORDER BY e.place) AS words
    FROM pg_catalog.json_array_elements_text($2::json) WITH ORDINALITY AS e (name, place)
) AS w
LEFT JOIN (
    SELECT i.indisvalid AS is_valid,
           pg_catalog.array_agg(a.attname::text ORDER BY u.place) AS names,
           pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY u.place) AS words
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_index AS i ON i.indexrelid = c.conindid
    CROSS JOIN pg_catalog.unnest(c.conkey) WITH ORDINALITY AS u (attnum, place)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = u.attnum
    WHERE c.conrelid = $1::oid AND c.contype = 'p'
    GROUP BY i.indisvalid
) AS k ON true
ORDER BY 1;
