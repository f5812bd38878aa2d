-- All roles.
-- Returns: role, is_superuser.
SELECT r.rolname AS role, r.rolsuper AS is_superuser
FROM pg_catalog.pg_roles AS r ORDER BY r.rolname COLLATE "C";
