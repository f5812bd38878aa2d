-- The number that initdb gave this cluster; the same on its physical copies. Managed servers may
-- refuse the function.
-- Returns: system_identifier.
SELECT c.system_identifier
FROM pg_catalog.pg_control_system() AS c
ORDER BY c.system_identifier;
