-- Writes the statement that digests all that one relation holds, to be held against what the same
-- server says later: each row's md5 as two numbers, which are added up, so that no order matters
-- and nothing grows with the rows. Rows are those that row_count_exact counts. The table has a name
-- that no column has, so that the name is the whole row.
-- $1 text: schema, $2 text: relation.
-- Returns: statement, which returns rows and checksum. Fails with 42P01 where there is no such
-- relation.
SELECT pg_catalog.format(
           'SELECT pg_catalog.count(*) AS rows, pg_catalog.concat('
           'pg_catalog.sum((''x'' || pg_catalog.left(r.digest, 16))::bit(64)::bigint), '':'', '
           'pg_catalog.sum((''x'' || pg_catalog.right(r.digest, 16))::bit(64)::bigint)) AS checksum '
           'FROM (SELECT pg_catalog.md5("gonogo row"::text) AS digest '
           'FROM %s%I.%I AS "gonogo row") AS r',
           CASE WHEN c.relkind = 'r' THEN 'ONLY ' ELSE '' END, n.nspname, c.relname) AS statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid = pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass
ORDER BY 1;
