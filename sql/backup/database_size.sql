-- The size of the database on disk.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: bytes.
SELECT pg_catalog.pg_database_size(pg_catalog.current_database()) AS bytes
ORDER BY 1;
