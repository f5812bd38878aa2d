-- Writes the statement that compares the rows of a materialized view with those that its query returns
-- now, as texts: not every type has an operator =.
-- $1 text: its schema; $2 text: its name; $3 text: JSON list of columns to leave out.
-- Returns: statement, which returns count: the rows that only one of the two has.
SELECT pg_catalog.format(
           'SELECT pg_catalog.count(*) AS count FROM ('
           '(SELECT ROW(%1$s)::text FROM %2$I.%3$I AS v EXCEPT ALL SELECT ROW(%1$s)::text FROM (%4$s) AS v)'
           ' UNION ALL '
           '(SELECT ROW(%1$s)::text FROM (%4$s) AS v EXCEPT ALL SELECT ROW(%1$s)::text FROM %2$I.%3$I AS v)'
           ') AS rows',
           (SELECT pg_catalog.string_agg(pg_catalog.format('v.%I', a.attname), ', ' ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute AS a
            WHERE a.attrelid = c.oid AND a.attnum > 0
              AND NOT $3::jsonb ? a.attname::text),
           n.nspname, c.relname,
           pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid), ';')) AS statement
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = $1::text AND c.relname = $2::text
ORDER BY 1;
