-- Writes the statement that lists a state store: each key, the md5 of its payload's text, and when
-- it was last updated, in microseconds since 1970. An infinite time is later or earlier than all
-- others. Columns are unqualified and the table has an alias that no column has: s.to_json would be
-- read as to_json(s), and a column named like the table as the whole row.
-- $1 text: schema, $2 text: relation, $3 text: key column, $4 text: payload column, $5 text: column
-- with the time of the last update.
-- Returns: statement, which returns key, payload (md5), updated_us. Fails with 42P01 if the
-- relation doesn't exist.
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
