-- Terminates a backend of the same role.
-- $1 text: its pid.
-- Returns: asked (false: the backend doesn't exist).
SELECT pg_catalog.pg_terminate_backend($1::text::integer) AS asked
ORDER BY asked;
