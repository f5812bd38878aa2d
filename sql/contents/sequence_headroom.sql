-- The columns that use a sequence: by a default that names it, owned or not; by identity; or as the
-- sequence's owner, if nothing else fills the column, because the application may call nextval. Also
-- the statement that compares the sequence's next value with the column's values. If the default is
-- more than the number, 'U' || nextval('numbers'), it looks for what the default would give next.
-- $1 bigint: the number of values that must be free between them.
-- Returns: schema, relation, column (NULL: the relation uses no sequence), sequence (NULL: a
-- default calls nextval for a sequence whose name it computes), compare_statement (NULL: the next
-- values can't be told, because the column isn't a number or a function of users makes its values),
-- which returns next, reached (NULL: no values), rises, collides, bound (the limit of sequence and
-- column), beyond, looked_for and taken (of the values that the default gives next; NULL: the
-- column holds the sequence's numbers).
SELECT n.nspname AS schema, c.relname AS relation, o."column", o.sequence, o.compare_statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
    SELECT a.attname AS "column",
           CASE WHEN s.oid IS NOT NULL
                THEN pg_catalog.format('%I.%I', sn.nspname, s.relname) END AS sequence,
           CASE WHEN s.oid IS NULL THEN NULL
                WHEN e.is_number AND t.typcategory = 'N' THEN pg_catalog.format(
               'SELECT now.next::text AS next, now.reached::text AS reached, %8$s AS rises, '
               'now.bound::text AS bound, '
               'COALESCE((now.next OPERATOR(pg_catalog.-) now.reached) OPERATOR(pg_catalog.*) %4$s '
               'OPERATOR(pg_catalog.<=) %5$s, false) AS collides, '
               'NOT %9$s AND (now.next OPERATOR(pg_catalog.-) now.bound) OPERATOR(pg_catalog.*) %4$s '
               'OPERATOR(pg_catalog.>) 0 AS beyond, '
               'NULL AS looked_for, NULL AS taken '
               'FROM (SELECT q.last_value::numeric '
               'OPERATOR(pg_catalog.+) CASE WHEN q.is_called THEN %3$s ELSE 0 END AS next, '
               '(SELECT pg_catalog.%6$s(t.%7$I)::numeric FROM %1$s AS t) AS reached, '
               '%10$s::numeric AS bound FROM %2$s AS q) AS now',
               p.rows_of,
               pg_catalog.format('%I.%I', sn.nspname, s.relname),
               q.seqincrement,
               pg_catalog.sign(q.seqincrement),
               $1::bigint,
               CASE WHEN q.seqincrement > 0 THEN 'max' ELSE 'min' END,
               a.attname,
               (q.seqincrement > 0)::text,
               q.seqcycle::text,
               CASE WHEN q.seqincrement > 0 THEN LEAST(q.seqmax, held.most)
                    ELSE GREATEST(q.seqmin, held.least) END)
                WHEN e.is_evaluable THEN pg_catalog.format(
               'WITH now AS (SELECT q.last_value::numeric '
               'OPERATOR(pg_catalog.+) CASE WHEN q.is_called THEN %3$s ELSE 0 END AS next '
               'FROM %2$s AS q), '
               'numbers AS (SELECT now.next OPERATOR(pg_catalog.+) (i OPERATOR(pg_catalog.*) %3$s) AS n '
               'FROM now, pg_catalog.generate_series(0, %9$s) AS i), '
               'given AS MATERIALIZED (SELECT (%8$s)::text AS value FROM (SELECT numbers.n::bigint '
               'AS n FROM numbers WHERE numbers.n OPERATOR(pg_catalog.>=) %10$L::numeric '
               'AND numbers.n OPERATOR(pg_catalog.<=) %11$L::numeric) AS drawn) '
               'SELECT now.next::text AS next, NULL AS reached, %4$s AS rises, %5$L AS bound, '
               'given.taken OPERATOR(pg_catalog.>) 0 AS collides, '
               'NOT %6$s AND (now.next OPERATOR(pg_catalog.-) %5$L::numeric) OPERATOR(pg_catalog.*) '
               'pg_catalog.sign(%3$s) OPERATOR(pg_catalog.>) 0 AS beyond, '
               'given.looked_for, given.taken FROM now, '
               '(SELECT (SELECT pg_catalog.count(*) FROM given) AS looked_for, '
               '(SELECT pg_catalog.count(DISTINCT given.value) FROM given JOIN %1$s AS t '
               'ON t.%7$I::text OPERATOR(pg_catalog.=) given.value) AS taken) AS given',
               p.rows_of,
               pg_catalog.format('%I.%I', sn.nspname, s.relname),
               q.seqincrement,
               (q.seqincrement > 0)::text,
               CASE WHEN q.seqincrement > 0 THEN q.seqmax ELSE q.seqmin END,
               q.seqcycle::text,
               a.attname,
               pg_catalog.regexp_replace(p.text, p.call, 'drawn.n', 'g'),
               GREATEST($1::bigint, 999),
               q.seqmin,
               q.seqmax) END AS compare_statement
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
    JOIN pg_catalog.pg_type AS b ON b.oid = 'undressed_type'
    CROSS JOIN LATERAL (
        SELECT CASE b.typname WHEN 'int2' THEN -32768 WHEN 'int4' THEN -2147483648 END AS least,
               CASE b.typname WHEN 'int2' THEN 32767 WHEN 'int4' THEN 2147483647 END AS most
    ) AS held
    LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    CROSS JOIN LATERAL (
        SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS text,
               '(?<![.\w"])nextval\(\(?''((?:[^'']|'''')*)''(?:::text\))?::regclass\)'::text AS call,
               'rows_of_relation' AS rows_of
        OFFSET 0  -- or the planner computes the text once for each use of it; below likewise
    ) AS p
    CROSS JOIN LATERAL (
        SELECT p.text IS NULL OR p.text !~ 'nextval\('
               OR p.text ~ ('^\(*' || p.call || '\)*(::[a-z ]+)?\)*$') AS is_number,
               p.text ~ p.call AND p.text !~ '(currval|lastval)\('
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS k
                               WHERE k.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                                 AND k.objid = d.oid
                                 AND k.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass)
                   AS is_evaluable,
               CASE WHEN d.oid IS NULL THEN '{}' ELSE
               ARRAY(SELECT k.refobjid
                     FROM pg_catalog.pg_depend AS k
                     JOIN pg_catalog.pg_class AS named
                          ON named.oid = k.refobjid AND named.relkind = 'S'
                     WHERE k.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                       AND k.objid = d.oid
                       AND k.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
                     UNION
                     -- A default of old dumps names the sequence as a text.
                     SELECT found.sequence::oid
                     FROM pg_catalog.substring(p.text, p.call) AS old (name)
                     CROSS JOIN LATERAL (
                         SELECT COALESCE(pg_catalog.to_regclass(old.name),
                                         pg_catalog.to_regclass(
                                             pg_catalog.format('%I.%s', n.nspname, old.name)))
                                    AS sequence) AS found
                     WHERE p.text ~ 'nextval\(\(''' AND found.sequence IS NOT NULL) END AS named
        OFFSET 0
    ) AS e
    CROSS JOIN LATERAL (
        SELECT pg_catalog.unnest(e.named) AS sequence
        UNION
        SELECT k.objid
        FROM pg_catalog.pg_depend AS k
        JOIN pg_catalog.pg_class AS owned ON owned.oid = k.objid AND owned.relkind = 'S'
        WHERE k.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND k.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND k.refobjid = c.oid AND k.refobjsubid = a.attnum
          AND (k.deptype = 'i' OR k.deptype = 'a' AND a.attidentity = '' AND e.named = '{}')
        UNION
        SELECT NULL
        WHERE p.text LIKE '%nextval(%' AND e.named = '{}'
    ) AS drawn
    LEFT JOIN pg_catalog.pg_class AS s ON s.oid = drawn.sequence
    LEFT JOIN pg_catalog.pg_namespace AS sn ON sn.oid = s.relnamespace
    LEFT JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = s.oid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
) AS o ON true
WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", o."column" COLLATE "C",
         o.sequence COLLATE "C";
