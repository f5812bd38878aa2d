-- Writes the statement that digests the business keys of one relation. The statement takes each
-- row's key columns as text, in UTF-8, sorted by bytes, so that collations, encodings and settings
-- don't matter. quote_nullable tells NULL from 'NULL' and separates neighbouring columns. It reads
-- the same rows as row_count_exact. Columns are unqualified and the table has an alias that no
-- column has: r.count would be read as count(r), and a column named like the table as the whole
-- row.
-- $1 text: schema, $2 text: relation, $3 text: JSON list of the columns.
-- Returns: statement, which returns rows and checksum (md5). Fails with 42P01 if the relation
-- doesn't exist; the statement fails with 42703 if a column doesn't exist.
SELECT pg_catalog.format(
           'SELECT pg_catalog.count(*) AS rows, '
           'pg_catalog.md5(COALESCE(pg_catalog.string_agg(k.key, ''\x2c''::bytea ORDER BY k.key), '
           '''\x''::bytea)) AS checksum '
           'FROM (SELECT pg_catalog.convert_to(pg_catalog.concat_ws('','', %1$s), ''UTF8'') AS key '
           'FROM %2$s%3$I.%4$I AS "gonogo row") AS k',
           (SELECT pg_catalog.string_agg(
                       pg_catalog.format('pg_catalog.quote_nullable(%I::text)', k.name), ', '
                       ORDER BY k.position)
            FROM pg_catalog.json_array_elements_text($3::json) WITH ORDINALITY AS k (name, position)),
           CASE WHEN c.relkind = 'r' THEN 'ONLY ' ELSE '' END, n.nspname, c.relname) AS statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid = pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass
ORDER BY 1;
