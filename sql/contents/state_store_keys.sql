-- Writes the statement that lists a state store: each key, the md5 of its payload's text, and when
-- it was last updated, in microseconds since 1970. An infinite time is later or earlier than all
-- others. Columns are unqualified and the table has an alias that no column has: s.to_json would be
-- read as to_json(s), and a column named like the table as the whole row. concat() calls the type's
-- output function, because a cast to text may be a user's where PostgreSQL has none.
-- $1 text: schema, $2 text: relation, $3 text: key column, $4 text: payload column, $5 text: column
-- with the time of the last update.
-- Returns: statement, which returns key, payload (md5), updated_us. Fails with 42P01 if the
-- relation doesn't exist.
SELECT pg_catalog.format(
           'SELECT %1$s AS key, '
           'pg_catalog.md5(pg_catalog.convert_to(%2$s, ''UTF8'')) AS payload, '
           'CASE WHEN pg_catalog.isfinite(%3$I) '
           'THEN (pg_catalog.date_part(''epoch'', %3$I) OPERATOR(pg_catalog.*) 1000000)::bigint '
           'ELSE pg_catalog.sign(pg_catalog.date_part(''epoch'', %3$I))::bigint '
           'OPERATOR(pg_catalog.*) 4000000000000000000 END AS updated_us '
           'FROM %4$s AS "gonogo row" ORDER BY %1$s COLLATE "C"',
           read.texts[1], read.texts[2], $5::text, store.oid) AS statement
FROM (SELECT pg_catalog.format('%I.%I', $1::text, $2::text)::pg_catalog.regclass AS oid) AS store
CROSS JOIN LATERAL (
    SELECT ARRAY(
        SELECT pg_catalog.format(
                   CASE WHEN EXISTS (
                            SELECT FROM pg_catalog.pg_cast AS k
                            WHERE k.castsource = a.atttypid AND k.oid < 16384
                              AND k.casttarget = 'pg_catalog.text'::pg_catalog.regtype)
                        THEN '%1$I::text'
                        ELSE 'CASE WHEN %1$I IS DISTINCT FROM NULL THEN pg_catalog.concat(%1$I) END'
                   END, c.name)
        FROM pg_catalog.unnest(ARRAY[$3::text, $4::text]) WITH ORDINALITY AS c (name, place)
        LEFT JOIN pg_catalog.pg_attribute AS a
               ON a.attrelid = store.oid AND a.attname = c.name::name
        ORDER BY c.place) AS texts
) AS read
ORDER BY 1;
