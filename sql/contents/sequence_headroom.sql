-- The columns that use a sequence: by a default that names it, owned or not; by identity; or as the
-- sequence's owner, because the application may call nextval. If the column is a number, also the
-- statement that compares the sequence's next value with the column's values.
-- $1 bigint: the number of values that must be free between them.
-- Returns: schema, relation, column (NULL: the relation uses no sequence), sequence (NULL: a
-- default calls nextval for a sequence whose name it computes), compare_statement (NULL: the column
-- isn't a number), which returns next, reached (NULL: no values), rises, collides, bound (the limit
-- of sequence and column), beyond.
SELECT n.nspname AS schema, c.relname AS relation, o."column", o.sequence, o.compare_statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT a.attname AS "column",
           CASE WHEN s.oid IS NOT NULL
                THEN pg_catalog.format('%I.%I', sn.nspname, s.relname) END AS sequence,
           CASE WHEN s.oid IS NOT NULL AND t.typcategory = 'N' THEN pg_catalog.format(
               'SELECT now.next::text AS next, now.reached::text AS reached, %8$s AS rises, '
               'now.bound::text AS bound, '
               'COALESCE((now.next - now.reached) * %4$s <= %5$s, false) AS collides, '
               'NOT %9$s AND (now.next - now.bound) * %4$s > 0 AS beyond '
               'FROM (SELECT q.last_value::numeric '
               '+ CASE WHEN q.is_called THEN %3$s ELSE 0 END AS next, '
               '(SELECT pg_catalog.%6$s(%7$I)::numeric FROM %1$s) AS reached, '
               '%10$s::numeric AS bound FROM %2$s AS q) AS now',
               pg_catalog.format('%I.%I', n.nspname, c.relname),
               pg_catalog.format('%I.%I', sn.nspname, s.relname),
               q.seqincrement,
               pg_catalog.sign(q.seqincrement),
               $1::bigint,
               CASE WHEN q.seqincrement > 0 THEN 'max' ELSE 'min' END,
               a.attname,
               (q.seqincrement > 0)::text,
               q.seqcycle::text,
               CASE WHEN q.seqincrement > 0 THEN LEAST(q.seqmax, held.most)
                    ELSE GREATEST(q.seqmin, held.least) END) END AS compare_statement
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    JOIN pg_catalog.pg_type AS b
         ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
    CROSS JOIN LATERAL (
        SELECT CASE b.typname WHEN 'int2' THEN -32768 WHEN 'int4' THEN -2147483648 END AS least,
               CASE b.typname WHEN 'int2' THEN 32767 WHEN 'int4' THEN 2147483647 END AS most
    ) AS held
    LEFT JOIN pg_catalog.pg_attrdef AS d
         ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attgenerated = ''
    CROSS JOIN LATERAL (
        SELECT k.refobjid AS sequence
        FROM pg_catalog.pg_depend AS k
        JOIN pg_catalog.pg_class AS named ON named.oid = k.refobjid AND named.relkind = 'S'
        WHERE k.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND k.objid = d.oid
          AND k.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        UNION
        SELECT k.objid
        FROM pg_catalog.pg_depend AS k
        JOIN pg_catalog.pg_class AS owned ON owned.oid = k.objid AND owned.relkind = 'S'
        WHERE k.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND k.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND k.refobjid = c.oid AND k.refobjsubid = a.attnum AND k.deptype IN ('a', 'i')
        UNION
        SELECT NULL
        WHERE pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE '%nextval(%'
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS k
                          JOIN pg_catalog.pg_class AS named
                               ON named.oid = k.refobjid AND named.relkind = 'S'
                          WHERE k.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                            AND k.objid = d.oid
                            AND k.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass)
    ) AS drawn
    LEFT JOIN pg_catalog.pg_class AS s ON s.oid = drawn.sequence
    LEFT JOIN pg_catalog.pg_namespace AS sn ON sn.oid = s.relnamespace
    LEFT JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = s.oid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
) AS o ON true
WHERE c.relkind IN ('r', 'p', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o."column" COLLATE "C",
         o.sequence COLLATE "C";
