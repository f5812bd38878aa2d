-- Writes the statement that reads all rows and columns of a migration tool's history table.
-- $1 text: schema; $2 text: table.
-- Returns: statement (NULL: the table doesn't exist), which returns row (JSON object), now_ms.
SELECT CASE WHEN c.oid IS NOT NULL THEN pg_catalog.format(
           'SELECT pg_catalog.to_jsonb(history_row.*)::text AS row, pg_catalog.floor('
           'EXTRACT(EPOCH FROM pg_catalog.now())::numeric OPERATOR(pg_catalog.*) 1000::numeric)::bigint AS now_ms '
           'FROM %I.%I AS history_row ORDER BY 1', n.nspname, c.relname) END AS statement
FROM (SELECT $1::text AS schema, $2::text AS name) AS wanted
LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = wanted.schema
LEFT JOIN pg_catalog.pg_class AS c
       ON c.relnamespace = n.oid AND c.relname = wanted.name AND c.relkind IN ('r', 'p', 'v')
ORDER BY 1;
