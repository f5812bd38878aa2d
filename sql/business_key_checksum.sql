-- Writes the statement that digests the business keys of one relation: each row's key columns as
-- text (quote_nullable tells NULL from 'NULL' and keeps neighbours apart), in UTF-8, sorted by
-- their bytes, so that neither collation nor encoding nor settings have a say.
-- $1 text: schema, $2 text: relation, $3 text: JSON list of the columns.
-- Returns: statement, which returns rows and checksum (md5). Fails with 42P01 where there is no
-- such relation; the statement fails with 42703 where there is no such column.
SELECT pg_catalog.format(
           'SELECT pg_catalog.count(*) AS rows, '
           'pg_catalog.md5(COALESCE(pg_catalog.string_agg(k.key, ''\x2c''::bytea ORDER BY k.key), '
           '''\x''::bytea)) AS checksum '
           'FROM (SELECT pg_catalog.convert_to(pg_catalog.concat_ws('','', %1$s), ''UTF8'') AS key '
           'FROM %2$s AS r) AS k',
           (SELECT pg_catalog.string_agg(
                       pg_catalog.format('pg_catalog.quote_nullable(r.%I::text)', c.name), ', '
                       ORDER BY c.position)
            FROM pg_catalog.json_array_elements_text($3::json) WITH ORDINALITY AS c (name, position)),
           pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass) AS statement
ORDER BY 1;
