-- Each relation with the statements that find rows whose texts don't match a pattern, in any column
-- that could hold such a text. concat() calls the type's output function; a cast to text may be a
-- user's, which can hide what a dump writes. Leaves out relations with such names, which a plan
-- can't have. No value leaves the server but, if it is asked for, the key.
-- $1 text: the pattern of valid text.
-- Returns: schema, relation, count_statement (NULL: no column can hold text), which returns column
-- and count, and key_statement, which returns column and key (the smallest of each column, with
-- escapes for other bytes than ASCII; NULL: the relation has no primary key).
SELECT n.nspname AS schema, c.relname AS relation,
       CASE WHEN x.names IS NOT NULL THEN pg_catalog.format(
           'SELECT f.name AS "column", pg_catalog.count(*) AS count FROM (SELECT %s AS names FROM '
           '%s AS t) AS v, pg_catalog.unnest(v.names) AS f (name) WHERE f.name IS NOT NULL '
           'GROUP BY f.name ORDER BY f.name COLLATE pg_catalog."C"',
           x.names, o.rows) END AS count_statement,
       CASE WHEN x.names IS NOT NULL THEN pg_catalog.format(
           'SELECT f.name AS "column", pg_catalog.min(v.key) AS key FROM (SELECT %s AS key, %s AS '
           'names FROM %s AS t) AS v, pg_catalog.unnest(v.names) AS f (name) '
           'WHERE f.name IS NOT NULL GROUP BY f.name ORDER BY f.name COLLATE pg_catalog."C"',
           COALESCE(k.key, 'NULL::pg_catalog.text'), x.names, o.rows) END AS key_statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT 'rows_of_relation' AS rows) AS o
CROSS JOIN LATERAL (
    SELECT 'ARRAY[' || pg_catalog.string_agg(
               pg_catalog.format(
                   'CASE WHEN pg_catalog.concat(t.%1$I) COLLATE pg_catalog."C" '
                   'OPERATOR(pg_catalog.!~) %2$L THEN %1$L END', a.attname, $1::text),
                   ', ' ORDER BY a.attnum)
           || ']::pg_catalog.text[]' AS names
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_type AS y ON y.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0
      AND y.typcategory NOT IN ('B', 'D', 'G', 'I', 'N', 'T', 'V')
      AND y.oid NOT IN ('pg_catalog.uuid'::pg_catalog.regtype, 'pg_catalog.bytea'::pg_catalog.regtype)
) AS x
CROSS JOIN LATERAL (
    SELECT pg_catalog.string_agg(
               pg_catalog.format('pg_catalog.encode(pg_catalog.convert_to(pg_catalog.concat(t.%I), '
                                 '''SQL_ASCII''), ''escape'')', a.attname),
               ' OPERATOR(pg_catalog.||) '', '' OPERATOR(pg_catalog.||) ' ORDER BY p.place) AS key
    FROM pg_catalog.pg_index AS i
    CROSS JOIN LATERAL pg_catalog.generate_series(0, i.indnkeyatts - 1) AS p (place)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[p.place]
    WHERE i.indrelid = c.oid AND i.indisprimary
) AS k
WHERE c.relkind IN ('r', 'p', 'm')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
  AND pg_catalog.concat_ws(' ', n.nspname, c.relname, x.names, k.key) COLLATE "C" ~ $1::text
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
