-- The columns of each relation, with generated ones and without dropped ones. A column whose NOT
-- NULL constraint is NOT VALID (18 and newer) may contain NULL.
-- $1 text: JSON list of {"schema", "name"}.
-- Returns: schema, relation, name, quoted, type (as declared), base (name of the type, or of a
-- domain's base type; with its schema unless that is pg_catalog), labels (of an enum: JSON list of
-- literals), cast_by_user (a user has defined its cast to text), not_null, generated,
-- always_identity, key_position (in the primary key, else in the narrowest unique index that could
-- be one; NULL: not in it).
WITH wanted AS MATERIALIZED (  -- once for each relation, not for each of its columns
    SELECT n.nspname, c.relname, c.oid, key.columns
    FROM pg_catalog.json_array_elements($1::json) AS wanted (relation)
    JOIN pg_catalog.pg_class AS c ON c.relname = wanted.relation ->> 'name'
    JOIN pg_catalog.pg_namespace AS n
         ON n.oid = c.relnamespace AND n.nspname = wanted.relation ->> 'schema'
    LEFT JOIN LATERAL (
        SELECT (i.indkey::smallint[])[0:i.indnkeyatts - 1] AS columns
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
        WHERE i.indrelid = c.oid AND i.indisunique AND i.indimmediate AND i.indisvalid
          AND i.indpred IS NULL AND i.indexprs IS NULL
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute AS k
                          WHERE k.attrelid = c.oid
                            AND k.attnum = ANY ((i.indkey::smallint[])[0:i.indnkeyatts - 1])
                            AND NOT k.attnotnull)
        ORDER BY i.indisprimary DESC, i.indnkeyatts, ic.relname COLLATE "C"
        LIMIT 1
    ) AS key ON true
)
SELECT r.nspname AS schema,
       r.relname AS relation,
       a.attname AS name,
       pg_catalog.quote_ident(a.attname) AS quoted,
       pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
       CASE WHEN bn.nspname = 'pg_catalog' THEN b.typname
            ELSE pg_catalog.format('%I.%I', bn.nspname, b.typname) END AS base,
       (SELECT pg_catalog.json_agg(pg_catalog.quote_literal(e.enumlabel) ORDER BY e.enumsortorder)
        FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = b.oid) AS labels,
       EXISTS (SELECT FROM pg_catalog.pg_cast AS k
               WHERE k.castsource = b.oid AND k.casttarget = 'pg_catalog.text'::pg_catalog.regtype
                 AND k.oid >= 16384) AS cast_by_user,
       a.attnotnull
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                           WHERE k.conrelid = r.oid AND k.contype = 'n' AND NOT k.convalidated
                             AND k.conkey = ARRAY[a.attnum]) AS not_null,
       a.attgenerated <> '' AS generated,
       a.attidentity = 'a' AS always_identity,
       pg_catalog.array_position(r.columns, a.attnum) AS key_position
FROM wanted AS r
JOIN pg_catalog.pg_attribute AS a
     ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
JOIN pg_catalog.pg_type AS b ON b.oid = 'undressed_type'
JOIN pg_catalog.pg_namespace AS bn ON bn.oid = b.typnamespace
ORDER BY r.nspname COLLATE "C", r.relname COLLATE "C", a.attname COLLATE "C";
