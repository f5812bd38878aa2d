-- Writes the statements that read how far each sequence has come and how many values it has left, of
-- at most 200 sequences each. The limit is that of the sequence or of the narrowest column that it
-- fills. A sequence isn't part of a snapshot: the position is always the current one.
-- Returns: statement, which returns schema, relation (that owns the sequence; NULL: none), name,
-- of_extension, and position (JSON with place, which grows by 1 with each value, increment, left, and
-- cycle: after how many values it begins anew, null if it doesn't; NULL: the role can't read the sequence).
WITH sequences AS (
    SELECT pg_catalog.row_number() OVER (
               ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C") - 1 AS place,
           pg_catalog.format(
               '(%L::text, %L::text, %L::text, %L::boolean, %s)',
               n.nspname, o.relation, c.relname, o.of_extension,
               CASE WHEN pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                         AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT')
                    THEN pg_catalog.format(
                        '(SELECT pg_catalog.json_build_object(''place'', '
                        'pg_catalog.div(g.given, %3$L::numeric), ''increment'', %3$s, ''cycle'', %5$s, '
                        '''left'', LEAST(GREATEST(pg_catalog.div('
                        '%4$L::numeric OPERATOR(pg_catalog.-) g.given, %3$L::numeric), 0), '
                        '9223372036854775807))::text FROM (SELECT q.last_value::numeric '
                        'OPERATOR(pg_catalog.-) CASE WHEN q.is_called THEN 0 ELSE %3$L::numeric END '
                        'AS given FROM %1$I.%2$I AS q) AS g)',
                        n.nspname, c.relname, s.seqincrement,
                        CASE WHEN s.seqincrement > 0 THEN LEAST(s.seqmax, held.most)
                             ELSE GREATEST(s.seqmin, held.least) END,
                        CASE WHEN s.seqcycle
                             THEN LEAST(pg_catalog.div(s.seqmax::numeric - s.seqmin,
                                                       pg_catalog.abs(s.seqincrement)) + 1,
                                        9223372036854775807)::text
                             ELSE 'NULL' END)
                    ELSE 'NULL::text' END) AS row
    FROM pg_catalog.pg_sequence AS s
    JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL (
        SELECT (SELECT t.relname
                FROM pg_catalog.pg_depend AS d
                JOIN pg_catalog.pg_class AS t ON t.oid = d.refobjid
                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
                  AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass) AS relation,
               EXISTS (SELECT FROM pg_catalog.pg_depend AS e
                       WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                         AND e.objid = c.oid AND e.deptype = 'e') AS of_extension
    ) AS o
    CROSS JOIN LATERAL (
        SELECT CASE k.type WHEN 'int2' THEN 32767 WHEN 'int4' THEN 2147483647 END AS most,
               CASE k.type WHEN 'int2' THEN -32768 WHEN 'int4' THEN -2147483648 END AS least
        FROM (SELECT 'narrowest_column' AS type) AS k
    ) AS held
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND n.nspname !~ '^pg_(toast|temp)'
), rows_of_statements AS (
    SELECT 'VALUES ' || pg_catalog.string_agg(q.row, ', ' ORDER BY q.place) AS rows,
           pg_catalog.min(q.place) AS first
    FROM sequences AS q
    GROUP BY q.place / 200
    UNION ALL
    SELECT 'SELECT ''''::text, ''''::text, ''''::text, false, ''''::text WHERE false', 0
    WHERE NOT EXISTS (SELECT FROM sequences)
)
SELECT 'SELECT v.* FROM (' || r.rows || ') AS v (schema, relation, name, of_extension, position)'
       AS statement
FROM rows_of_statements AS r
ORDER BY r.first;
