-- Writes the statement that digests the whole contents of one relation: each row's columns as text
-- (quote_nullable tells NULL from 'NULL' and keeps neighbours apart), hashed, and the hashes added
-- up, so that the order of rows has no say and nothing is sorted. Rows are those that
-- row_count_exact counts.
-- $1 text: schema, $2 text: relation.
-- Returns: statement, which returns rows and checksum (md5). Fails with 42P01 where there is no
-- such relation.
SELECT pg_catalog.format(
           'SELECT pg_catalog.count(*) AS rows, pg_catalog.md5(pg_catalog.concat_ws('','', '
           'pg_catalog.sum((''x'' || pg_catalog.substr(k.hash, 1, 16))::bit(64)::bigint), '
           'pg_catalog.sum((''x'' || pg_catalog.substr(k.hash, 17))::bit(64)::bigint))) AS checksum '
           'FROM (SELECT pg_catalog.md5(pg_catalog.convert_to(pg_catalog.concat_ws('','', %1$s), '
           '''UTF8'')) AS hash FROM %2$s%3$I.%4$I AS "gonogo row") AS k',
           (SELECT COALESCE(pg_catalog.string_agg(
                       pg_catalog.format('pg_catalog.quote_nullable(%I::text)', a.attname), ', '
                       ORDER BY a.attnum), '''''')
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
           CASE WHEN c.relkind = 'r' THEN 'ONLY ' ELSE '' END, n.nspname, c.relname) AS statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.oid = pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass
ORDER BY 1;
