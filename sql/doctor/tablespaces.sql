-- The names of all tablespaces of the server.
-- Returns: name.
SELECT t.spcname AS name
FROM pg_catalog.pg_tablespace AS t
ORDER BY t.spcname COLLATE "C";
