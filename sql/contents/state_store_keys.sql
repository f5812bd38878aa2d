-- Writes the statement that lists a state store: each key, a digest of its payload's text, and when
-- it was last written, in microseconds since 1970.
-- Columns stand unqualified and the table has a name that no column has: s.to_json would be read as
-- to_json(s), and a column named as the table as the whole row. An infinite time is beyond all others.
-- $1 text: schema, $2 text: relation, $3 text: key column, $4 text: payload column, $5 text: column
-- of the last change.
-- Returns: statement, which returns key, payload (md5), updated_us. Fails with 42P01 where there is
-- no such relation.
SELECT pg_catalog.format(
           'SELECT %1$I::text AS key, '
           'pg_catalog.md5(pg_catalog.convert_to(%2$I::text, ''UTF8'')) AS payload, '
           'CASE WHEN pg_catalog.isfinite(%3$I) '
           'THEN (pg_catalog.date_part(''epoch'', %3$I) * 1000000)::bigint '
           'ELSE pg_catalog.sign(pg_catalog.date_part(''epoch'', %3$I))::bigint '
           '* 4000000000000000000 END AS updated_us '
           'FROM %4$s AS "gonogo row" ORDER BY %1$I::text COLLATE "C"',
           $3::text, $4::text, $5::text,
           pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass) AS statement
ORDER BY 1;
