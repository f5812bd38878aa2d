-- Which of some words are names of objects that users created.
-- $1: json, list of words.
-- Returns: word.
SELECT DISTINCT n.name AS word
FROM (
    SELECT a.attname AS name, a.attrelid AS oid FROM pg_catalog.pg_attribute AS a
    UNION ALL SELECT c.relname, c.oid FROM pg_catalog.pg_class AS c
    UNION ALL SELECT n.nspname, n.oid FROM pg_catalog.pg_namespace AS n
    UNION ALL SELECT p.proname, p.oid FROM pg_catalog.pg_proc AS p
    UNION ALL SELECT t.typname, t.oid FROM pg_catalog.pg_type AS t
    UNION ALL SELECT o.conname, o.oid FROM pg_catalog.pg_constraint AS o
    UNION ALL SELECT g.tgname, g.oid FROM pg_catalog.pg_trigger AS g
    UNION ALL SELECT l.collname, l.oid FROM pg_catalog.pg_collation AS l
    UNION ALL SELECT y.polname, y.oid FROM pg_catalog.pg_policy AS y
    UNION ALL SELECT r.rulename, r.oid FROM pg_catalog.pg_rewrite AS r
    UNION ALL SELECT r.rolname, r.oid FROM pg_catalog.pg_roles AS r
) AS n
WHERE n.oid >= 16384 AND n.name IN (SELECT pg_catalog.json_array_elements_text($1::json))
ORDER BY 1;
