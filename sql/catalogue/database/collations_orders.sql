-- Writes the statement that sorts a list of words by the database's collation and by each other
-- collation that columns and indexes use, and once more by what upper() makes of them, which
-- depends on the locale's character types. Adds non-ASCII words if the encoding is UTF8. Sorts in a
-- subquery: PostgreSQL 18 leaves words that a nondeterministic collation has for equal as they come
-- when an aggregate sorts them, whatever the second key.
-- Returns: statement, which returns collation, words (JSON list, in order).
SELECT pg_catalog.string_agg(
           pg_catalog.format(
               'SELECT %L AS collation, pg_catalog.json_agg(s.word)::text AS words '
               'FROM (SELECT w.word FROM pg_catalog.unnest(ARRAY[''a'', ''A'', ''b'', '
               '''B'', ''aB'', ''Ab'', ''a b'', ''a-b'', ''a_b'', ''ab'', ''1-1'', ''11'', ''1.1'', '
               '''10'', ''2'', ''_a'', ''-a'', '' a'', ''"a'', ''z'', ''Z'', ''co-op'', ''coop'', '
               '''CO-OP'', ''resume'', ''#1'', ''$1'', ''~'', ''A1'', ''a1'']%s) AS w (word) '
               'ORDER BY %s, w.word COLLATE "C") AS s',
               v.name,
               CASE WHEN pg_catalog.getdatabaseencoding() = 'UTF8'
                    THEN ' OPERATOR(pg_catalog.||) ARRAY[pg_catalog.concat(pg_catalog.chr(233), ''a''), ''e'', ''f'', pg_catalog.chr(201), '
                         'pg_catalog.chr(228), pg_catalog.chr(246), pg_catalog.chr(223), ''ss'', '
                         'pg_catalog.chr(945), pg_catalog.chr(1078), pg_catalog.chr(8364), '
                         'pg_catalog.chr(128512), '
                         'pg_catalog.concat(''r'', pg_catalog.chr(233), ''sum'', pg_catalog.chr(233))]'
                    ELSE '' END,
               v.expression),
           ' UNION ALL ' ORDER BY v.name COLLATE "C") || ' ORDER BY 1' AS statement
FROM (
    SELECT 'database default' AS name, '' AS clause
    UNION
    SELECT pg_catalog.format('%I.%I', n.nspname, k.collname),
           pg_catalog.format(' COLLATE %I.%I', n.nspname, k.collname)
    FROM pg_catalog.pg_collation AS k
    JOIN pg_catalog.pg_namespace AS n ON n.oid = k.collnamespace
    WHERE k.collname NOT IN ('default', 'C', 'POSIX')
      AND k.oid IN (SELECT a.attcollation FROM pg_catalog.pg_attribute AS a)
) AS c
CROSS JOIN LATERAL (
    VALUES (c.name, 'w.word' || c.clause),
           ('upper case of ' || c.name, pg_catalog.format('pg_catalog.upper(w.word%s) COLLATE "C"', c.clause))
) AS v (name, expression)
ORDER BY 1;
