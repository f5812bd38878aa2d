-- Writes the statement that counts the rows of one relation. A partitioned table counts the rows of
-- its partitions once; a table with inheritance children counts only its own rows.
-- $1 text: schema, $2 text: relation.
-- Returns: statement, which returns rows. Fails with 42P01 if the relation doesn't exist.
SELECT pg_catalog.format('SELECT pg_catalog.count(*) AS rows FROM %s%I.%I',
                         CASE WHEN c.relkind = 'r' THEN 'ONLY ' ELSE '' END,
                         n.nspname, c.relname) AS statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid = pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass
ORDER BY 1;
