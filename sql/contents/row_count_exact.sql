-- Writes the statements that count the rows of relations. A partitioned table counts the rows of its
-- partitions once, but for those on another server; a table with inheritance children counts only its
-- own rows.
-- $1 text: JSON list of {"schema", "name"}.
-- Returns: for each, in that order, statement (NULL: the relation doesn't exist), which returns rows.
SELECT CASE WHEN 'exists_now' THEN pg_catalog.format(
           'SELECT pg_catalog.count(*) AS rows FROM %s AS t',
           COALESCE('rows_of_relation', pg_catalog.format('%I.%I', wanted.schema, wanted.name)))
       END AS statement
FROM (SELECT w.one ->> 'schema' AS schema, w.one ->> 'name' AS name, w.place
      FROM pg_catalog.json_array_elements($1::json) WITH ORDINALITY AS w (one, place)) AS wanted
LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = wanted.schema
LEFT JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = wanted.name
ORDER BY wanted.place;
