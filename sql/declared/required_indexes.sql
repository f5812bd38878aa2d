-- The indexes on exactly these columns, in order, and whether the planner can use one for every
-- row. An index that isn't ready or not live is being built or dropped.
-- $1 oid: relation; $2 text: JSON list of columns; $3 boolean: whether it must be unique.
-- Returns: object, have, want (NULL: as it should be).
WITH wanted AS (
    SELECT pg_catalog.array_agg(a.attnum ORDER BY e.place) AS columns,
           pg_catalog.string_agg(pg_catalog.quote_ident(e.name), ', ' ORDER BY e.place) AS words
    FROM pg_catalog.json_array_elements_text($2::json) WITH ORDINALITY AS e (name, place)
    LEFT JOIN pg_catalog.pg_attribute AS a
           ON a.attrelid = $1::oid AND a.attname = e.name  -- no index has a dropped one
), judged AS (
    SELECT ic.relname COLLATE "C" AS name,
           pg_catalog.format('%I (%s)', ic.relname, m.amname) AS words,
           pg_catalog.concat_ws(', ', CASE WHEN NOT i.indisvalid THEN 'invalid' END,
                                CASE WHEN NOT i.indisready THEN 'not ready' END,
                                CASE WHEN NOT i.indislive THEN 'not live' END,
                                CASE WHEN i.indpred IS NOT NULL THEN 'partial' END,
                                CASE WHEN $3::boolean AND NOT i.indisunique THEN 'not unique' END
                               ) AS fault
    FROM wanted AS w
    JOIN pg_catalog.pg_index AS i
         ON i.indrelid = $1::oid
        AND w.columns = ARRAY(SELECT i.indkey[p.place]
                              FROM pg_catalog.generate_series(0, i.indnkeyatts - 1) AS p (place)
                              ORDER BY p.place)
    JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
    JOIN pg_catalog.pg_am AS m ON m.oid = ic.relam
)
SELECT 'index' AS object,
       COALESCE(j.sound, j.faulty, 'none') AS have,
       CASE WHEN j.sound IS NULL
            THEN pg_catalog.format('%s on (%s), valid and not partial',
                                   CASE WHEN $3::boolean THEN 'a unique index' ELSE 'an index' END,
                                   w.words)
       END AS want
FROM wanted AS w
CROSS JOIN (
    SELECT pg_catalog.string_agg(judged.words, '; ' ORDER BY judged.name)
               FILTER (WHERE judged.fault = '') AS sound,
           pg_catalog.string_agg(judged.words || ', ' || judged.fault, '; ' ORDER BY judged.name)
               AS faulty
    FROM judged
) AS j
ORDER BY 1;
