-- Which process of the server answers this client now.
-- Returns: server.
SELECT pg_catalog.pg_backend_pid() AS server
ORDER BY server;
