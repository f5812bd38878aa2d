-- The foreign key from some columns to others: whether it is validated for all rows and enforced
-- for writes. Its triggers on both relations enforce it. On partitions they belong to the foreign
-- keys of the partitions.
-- $1 oid: relation; $2 text: JSON list of its columns; $3 oid: referenced relation; $4 text: JSON
-- list of its columns.
-- Returns: object, have, want (NULL: as it should be).
WITH RECURSIVE side AS (
    SELECT e.relation, e.is_own, pg_catalog.array_agg(a.attnum ORDER BY e.place) AS columns,
           pg_catalog.format('%s (%s)', e.relation::pg_catalog.regclass,
                             pg_catalog.string_agg(pg_catalog.quote_ident(e.name), ', '
                                                   ORDER BY e.place)) AS words
    FROM (SELECT $1::oid AS relation, true AS is_own, l.name, l.place
          FROM pg_catalog.json_array_elements_text($2::json) WITH ORDINALITY AS l (name, place)
          UNION ALL
          SELECT $3::oid, false, l.name, l.place
          FROM pg_catalog.json_array_elements_text($4::json) WITH ORDINALITY AS l (name, place)
    ) AS e
    LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = e.relation AND a.attname = e.name
    GROUP BY e.relation, e.is_own
), found AS (
    SELECT k.oid, k.conname, k.convalidated,
           COALESCE(pg_catalog.to_jsonb(k) ->> 'conenforced', 'true') = 'true' AS is_enforced
    FROM pg_catalog.pg_constraint AS k
    JOIN side AS own ON own.is_own AND k.conrelid = own.relation AND k.conkey = own.columns
    JOIN side AS other
         ON NOT other.is_own AND k.confrelid = other.relation AND k.confkey = other.columns
), part AS (
    SELECT f.oid AS of_key, f.oid FROM found AS f
    UNION ALL
    SELECT p.of_key, k.oid
    FROM part AS p
    JOIN pg_catalog.pg_constraint AS k ON k.conparentid = p.oid
), judged AS (
    SELECT pg_catalog.quote_ident(f.conname) COLLATE "C" AS name,
           pg_catalog.concat_ws(', ', CASE WHEN NOT f.convalidated THEN 'not validated' END,
                                CASE WHEN NOT f.is_enforced THEN 'not enforced' END,
                                CASE WHEN f.is_enforced AND fires.triggers = 0
                                     THEN 'without triggers' END, fires.disabled) AS fault
    FROM found AS f
    CROSS JOIN LATERAL (
        SELECT pg_catalog.count(*) AS triggers,
               'with disabled triggers on ' || pg_catalog.string_agg(
                   DISTINCT g.tgrelid::pg_catalog.regclass::text, ', ')
                   FILTER (WHERE g.tgenabled NOT IN ('O', 'A')) AS disabled
        FROM part AS p
        JOIN pg_catalog.pg_trigger AS g ON g.tgconstraint = p.oid
        WHERE p.of_key = f.oid
    ) AS fires
)
SELECT 'foreign key' AS object, COALESCE(j.sound, j.faulty, 'none') AS have,
       CASE WHEN j.sound IS NULL
            THEN (SELECT pg_catalog.string_agg(s.words, ' references ' ORDER BY s.is_own DESC)
                  FROM side AS s) || ', validated and enforced' END AS want
FROM (SELECT pg_catalog.string_agg(judged.name, '; ' ORDER BY judged.name)
                 FILTER (WHERE judged.fault = '') AS sound,
             pg_catalog.string_agg(judged.name || ', ' || judged.fault, '; ' ORDER BY judged.name)
                 AS faulty
      FROM judged) AS j
ORDER BY 1;
