-- The current value of each sequence. It doesn't depend on the snapshot.
-- Returns: schema, name, increment, may_look, value (NULL: no number was taken yet, or the role may
-- not read the sequence).
SELECT n.nspname AS schema, c.relname AS name, s.seqincrement AS increment, l.may_look,
       CASE WHEN l.may_look THEN pg_catalog.pg_sequence_last_value(c.oid) END AS value
FROM pg_catalog.pg_sequence AS s
JOIN pg_catalog.pg_class AS c ON c.oid = s.seqrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.has_sequence_privilege(c.oid, 'USAGE, SELECT') AS may_look) AS l
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
  AND n.nspname !~ '^pg_(toast|temp)'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C";
