-- Writes the statement that digests all rows of one relation, to compare with the same server's
-- answer later. It adds up two hashes of each row's text, so the order doesn't matter and the memory
-- doesn't grow with the rows. The rows are those that row_count_exact counts. The alias of the table
-- is a name that no column has, so that it means the whole row. OFFSET 0 makes the server write each
-- row once for both hashes.
-- $1 text: schema, $2 text: relation.
-- Returns: statement, which returns rows and checksum. Fails with 42P01 if the relation doesn't
-- exist.
SELECT pg_catalog.format(
           'SELECT pg_catalog.count(*) AS rows, pg_catalog.concat('
           'pg_catalog.sum(pg_catalog.hashtextextended(r.written, 0)), '':'', '
           'pg_catalog.sum(pg_catalog.hashtextextended(r.written, 1))) AS checksum '
           'FROM (SELECT "gonogo row"::text COLLATE pg_catalog."C" AS written '
           'FROM %s AS "gonogo row" OFFSET 0) AS r',
           'rows_of_relation') AS statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid = pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass
ORDER BY 1;
