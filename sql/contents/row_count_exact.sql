-- Writes the statement that counts the rows of one relation. A partitioned table counts the rows of
-- its partitions once, but for those on another server; a table with inheritance children counts only
-- its own rows.
-- $1 text: schema, $2 text: relation.
-- Returns: statement, which returns rows. Fails with 42P01 if the relation doesn't exist.
SELECT pg_catalog.format('SELECT pg_catalog.count(*) AS rows FROM %s AS t',
                         COALESCE('rows_of_relation',
                                  pg_catalog.format('%I.%I', wanted.schema, wanted.name))) AS statement
FROM (SELECT $1::text AS schema, $2::text AS name,
             pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass AS now) AS wanted
LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = wanted.schema
LEFT JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = wanted.name
WHERE wanted.now IS NOT NULL
ORDER BY 1;
