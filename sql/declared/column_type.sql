-- The type of a column, and whether it is the one that the plan spells: int is integer, and
-- varchar(20) is character varying(20). The server resolves the type name without its modifier. The
-- modifier is compared as text, with the grammar's defaults: char is char(1), numeric(9) is
-- numeric(9,0), float(9) is real. An interval's fields aren't in parentheses.
-- $1 oid: relation; $2 text: column; $3 text: type.
-- Returns: object, have, want (NULL: as it should be).
SELECT pg_catalog.format('column %I', w.name) AS object,
       COALESCE(h.type, 'no such column') AS have,
       CASE WHEN h.type = w.type THEN NULL
            WHEN h.oid = w.oid AND NOT w.is_interval
                 AND h.modifier IS NOT DISTINCT FROM w.modifier THEN NULL
            WHEN h.oid = w.oid AND w.is_interval
                 AND pg_catalog.lower(pg_catalog.regexp_replace(w.type, '\s', '', 'g'))
                     = pg_catalog.regexp_replace(h.type, '\s', '', 'g') THEN NULL
            WHEN w.oid IS NULL THEN w.type || ', which isn''t a type on this server'
            ELSE w.type END AS want
FROM (
    SELECT t.name, t.type, t.oid,
           t.oid = ANY ('{interval,interval[]}'::pg_catalog.regtype[]) AS is_interval,
           CASE WHEN t.oid = ANY ('{real,real[],float8,float8[]}'::pg_catalog.regtype[]) THEN NULL
                WHEN t.modifier IS NULL
                     AND t.type ~* '^\s*(bit|char|character|nchar|national\s+char(acter)?)\s*(\[|$)'
                     THEN '1'
                WHEN t.oid = ANY ('{numeric,numeric[]}'::pg_catalog.regtype[])
                     AND t.modifier !~ ',' THEN t.modifier || ',0'
                ELSE t.modifier END AS modifier
    FROM (
        SELECT $2::text AS name, $3::text AS type, pg_catalog.to_regtype($3::text)::oid AS oid,
               pg_catalog.lower(pg_catalog.regexp_replace(
                   pg_catalog.substring($3::text, '\(([^()]*)\)'), '\s', '', 'g')) AS modifier
    ) AS t
) AS w
LEFT JOIN (
    SELECT a.attname, a.atttypid AS oid, f.type,
           pg_catalog.lower(pg_catalog.substring(f.type, '\(([^()]*)\)')) AS modifier
    FROM pg_catalog.pg_attribute AS a
    CROSS JOIN LATERAL (SELECT pg_catalog.format_type(a.atttypid, a.atttypmod) AS type) AS f
    WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped
) AS h ON h.attname = w.name
ORDER BY 1;
