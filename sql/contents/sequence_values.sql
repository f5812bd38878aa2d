-- Writes the statements that read the positions of all sequences, of at most 200 each: planning one
-- that reads thousands takes seconds and a gigabyte. A sequence isn't part of a snapshot: the
-- position is always the current one.
-- Returns: statement, which returns schema, relation (that owns the sequence; NULL: none), name,
-- of_extension, increment, cycles, minimum, maximum, position (JSON with last_value and is_called;
-- NULL: the role can't read the sequence).
WITH sequences AS (
    SELECT pg_catalog.row_number() OVER (
               ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C") - 1 AS place,
           pg_catalog.format(
               '(%L::text, %L::text, %L::text, %L::boolean, ''%s''::bigint, %L::boolean, '
               '''%s''::bigint, ''%s''::bigint, %s)',
               n.nspname, o.relation, c.relname, o.of_extension, s.seqincrement, s.seqcycle,
               s.seqmin, s.seqmax,
               CASE WHEN pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                         AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT')
                    THEN pg_catalog.format(
                        '(SELECT pg_catalog.json_build_object(''last_value'', '
                        'q.last_value, ''is_called'', q.is_called)::text FROM %I.%I AS q)',
                        n.nspname, c.relname)
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
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND n.nspname !~ '^pg_(toast|temp)'
), rows_of_statements AS (
    SELECT 'VALUES ' || pg_catalog.string_agg(q.row, ', ' ORDER BY q.place) AS rows,
           pg_catalog.min(q.place) AS first
    FROM sequences AS q
    GROUP BY q.place / 200
    UNION ALL
    SELECT 'SELECT ''''::text, ''''::text, ''''::text, false, 1::bigint, false, 1::bigint, '
           '1::bigint, ''''::text WHERE false', 0
    WHERE NOT EXISTS (SELECT FROM sequences)
)
SELECT 'SELECT v.* FROM (' || r.rows || ') AS v (schema, relation, name, of_extension, increment, '
       'cycles, minimum, maximum, position)' AS statement
FROM rows_of_statements AS r
ORDER BY r.first;
