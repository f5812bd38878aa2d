-- How many parameters a prepared statement of this session has.
-- $1 text: its name.
-- Returns: parameters.
SELECT pg_catalog.cardinality(p.parameter_types) AS parameters
FROM pg_catalog.pg_prepared_statements AS p
WHERE p.name = $1
ORDER BY p.name COLLATE "C";
