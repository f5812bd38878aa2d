-- The number that initdb gave this cluster. Physical copies have the same one. Managed servers may
-- deny access to the function.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: system_identifier.
SELECT c.system_identifier
FROM pg_catalog.pg_control_system() AS c
ORDER BY c.system_identifier;
