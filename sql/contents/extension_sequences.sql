-- Writes the statement that reads the sequences whose position a dump takes along although they belong
-- to an extension. A sequence isn't part of a snapshot: the position is always the current one.
-- Returns: statement, which returns extension, name, rises, last_value, is_called.
SELECT COALESCE(
           pg_catalog.string_agg(
               pg_catalog.format(
                   'SELECT %L::text AS extension, %L::text AS name, %L::boolean AS rises, q.last_value, '
                   'q.is_called FROM %I.%I AS q', x.extname, pg_catalog.format('%I.%I', n.nspname, c.relname),
                   s.seqincrement > 0, n.nspname, c.relname),
               ' UNION ALL '),
           'SELECT NULL AS extension, NULL AS name, NULL AS rises, NULL AS last_value, '
           'NULL AS is_called WHERE false') || ' ORDER BY 2' AS statement
FROM pg_catalog.pg_extension AS x
CROSS JOIN LATERAL pg_catalog.unnest(x.extconfig) AS f (relation)
JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = f.relation
JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
ORDER BY 1;
