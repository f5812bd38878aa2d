-- Terminates a backend of the same role.
-- $1 text: its pid.
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: asked (false: the backend doesn't exist).
SELECT pg_catalog.pg_terminate_backend($1::pg_catalog.text::integer) AS asked
ORDER BY asked;
