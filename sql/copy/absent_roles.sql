-- Which of these roles this server doesn't have.
-- $1 text: JSON list of names.
-- Returns: role.
SELECT w.name AS role
FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS w (name)
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles AS r WHERE r.rolname = w.name)
ORDER BY w.name COLLATE "C";
