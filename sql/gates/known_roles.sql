-- Those of these roles that exist here.
-- $1 text: JSON list of roles.
-- Returns: role.
SELECT r.rolname AS role
FROM pg_catalog.pg_roles AS r
WHERE $1::jsonb ? r.rolname::text
ORDER BY r.rolname;
