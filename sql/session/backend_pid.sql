-- The pid of the backend that answers this client.
-- Returns: server.
SELECT pg_catalog.pg_backend_pid() AS server
ORDER BY server;
