-- Whether columns are NOT NULL. If the constraint isn't validated (PostgreSQL 18 and newer), older
-- rows may be NULL.
-- $1 oid: relation; $2 text: JSON list of columns.
-- Returns: object, have, want (NULL: as it should be).
SELECT pg_catalog.format('column %I', w.name) AS object, h.have,
       CASE WHEN h.have <> 'NOT NULL' THEN 'NOT NULL' END AS want
FROM pg_catalog.json_array_elements_text($2::json) WITH ORDINALITY AS w (name, place)
LEFT JOIN pg_catalog.pg_attribute AS a
       ON a.attrelid = $1::oid AND a.attname = w.name AND a.attnum > 0 AND NOT a.attisdropped
CROSS JOIN LATERAL (
    SELECT CASE WHEN a.attnum IS NULL THEN 'no such column'
                WHEN NOT a.attnotnull THEN 'nullable'
                WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                             WHERE k.conrelid = a.attrelid AND k.contype = 'n'
                               AND k.conkey = ARRAY[a.attnum] AND NOT k.convalidated)
                THEN 'NOT NULL, but not validated'
                ELSE 'NOT NULL' END AS have
) AS h
ORDER BY w.place;
