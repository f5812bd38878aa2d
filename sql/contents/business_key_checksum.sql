-- Writes the statements that digest the business keys of relations. The statement takes each
-- row's key columns as text, in UTF-8, so that collations, encodings and settings don't matter. It
-- adds up the SHA-256 of the keys in four parts of 64 bits: the sums tell which keys there are and
-- how often, in whatever order the server reads them, without sorting or collecting them.
-- quote_nullable tells NULL from 'NULL' and separates neighbouring columns. It reads the same rows
-- as row_count_exact. Where a user has defined a cast to text, which may show a part of the value,
-- concat() calls the type's output function; a domain has the category of its base type. Columns
-- are unqualified and the table has an alias that no column has: r.count would be read as count(r),
-- and a column named like the table as the whole row.
-- $1 text: JSON list of {"schema", "name", "columns"}.
-- Returns: for each, in that order, statement (NULL: the relation doesn't exist), which returns rows
-- and checksum (the SHA-256 of the sums). It fails with 42703 if a column doesn't exist.
SELECT CASE WHEN 'exists_now' THEN pg_catalog.format(
           'SELECT s.rows, pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to('
           'pg_catalog.concat_ws('','', s.rows, s.sum1, s.sum2, s.sum3, s.sum4), ''UTF8'')), '
           '''hex'') AS checksum '
           'FROM (SELECT pg_catalog.count(*) AS rows, %1$s '
           'FROM (SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to('
           'pg_catalog.concat_ws('','', %2$s), ''UTF8'')), ''hex'') AS digits '
           'FROM %3$s AS "gonogo row" OFFSET 0) AS k) AS s',
           (SELECT pg_catalog.string_agg(
                       pg_catalog.format('pg_catalog.sum((''x'' OPERATOR(pg_catalog.||) '
                                         'pg_catalog.substr(k.digits, %s, 16))'
                                         '::pg_catalog.bit(64)::pg_catalog.int8) AS sum%s',
                                         16 * p.part - 15, p.part), ', ' ORDER BY p.part)
            FROM pg_catalog.generate_series(1, 4) AS p (part)),
           (SELECT pg_catalog.string_agg(
                       pg_catalog.format(
                           CASE WHEN m.cast_by_user
                                THEN 'pg_catalog.quote_nullable(CASE WHEN %1$I IS DISTINCT FROM NULL '
                                     'THEN pg_catalog.concat(%1$I) END)'
                                ELSE 'pg_catalog.quote_nullable(%1$I::pg_catalog.text)' END, k.name),
                       ', ' ORDER BY k.position)
            FROM pg_catalog.json_array_elements_text(wanted.columns) WITH ORDINALITY AS k (name, position)
            CROSS JOIN LATERAL (
                SELECT EXISTS (
                    SELECT FROM pg_catalog.pg_attribute AS a
                    JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
                    JOIN pg_catalog.pg_type AS s ON s.typcategory = t.typcategory
                    JOIN pg_catalog.pg_cast AS u ON u.castsource = s.oid
                    WHERE a.attrelid = c.oid AND a.attname = k.name::name
                      AND u.casttarget = 'pg_catalog.text'::pg_catalog.regtype AND u.oid >= 16384
                      AND NOT EXISTS (SELECT FROM pg_catalog.pg_cast AS b
                                      WHERE b.castsource = t.oid AND b.casttarget = u.casttarget
                                        AND b.oid < 16384)) AS cast_by_user
            ) AS m),
           COALESCE('rows_of_relation', pg_catalog.format('%I.%I', wanted.schema, wanted.name)))
       END AS statement
FROM (SELECT w.one ->> 'schema' AS schema, w.one ->> 'name' AS name, w.one -> 'columns' AS columns,
             w.place
      FROM pg_catalog.json_array_elements($1::json) WITH ORDINALITY AS w (one, place)) AS wanted
LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = wanted.schema
LEFT JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = wanted.name
ORDER BY wanted.place;
