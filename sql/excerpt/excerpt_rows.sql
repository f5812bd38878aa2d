-- Copies the first rows of each table.
-- $1: bigint, the most rows of one table
-- Returns: copy_out, copy_in, one row a table.
SELECT pg_catalog.format('COPY (SELECT %s FROM ONLY %I.%I LIMIT %s) TO STDOUT', c.columns, n.nspname, r.relname,
                         $1::bigint) AS copy_out,
       pg_catalog.format('COPY %I.%I (%s) FROM STDIN', n.nspname, r.relname, c.columns) AS copy_in
FROM pg_catalog.pg_class AS r
JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace
JOIN LATERAL (
    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
) AS c ON c.columns IS NOT NULL
WHERE r.relkind = 'r' AND r.relpersistence <> 't' AND n.nspname !~ '^(pg_.*|information_schema)$'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = r.oid AND d.deptype = 'e')
ORDER BY n.nspname COLLATE "C", r.relname COLLATE "C";
