-- The pid of the backend that answers this client.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: server.
SELECT pg_catalog.pg_backend_pid() AS server
ORDER BY server;
