-- Sets sequences to where they are. Those that nobody used yet, or that the role may not read, are at their start.
-- Returns: statement, one a sequence.
SELECT pg_catalog.format('SELECT pg_catalog.setval(%L::pg_catalog.regclass, %s)',
                         pg_catalog.format('%I.%I', s.schemaname, s.sequencename), s.last_value) AS statement
FROM pg_catalog.pg_sequences AS s
WHERE s.last_value IS NOT NULL
ORDER BY s.schemaname COLLATE "C", s.sequencename COLLATE "C";
