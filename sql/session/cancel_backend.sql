-- Cancels the statement that a backend of the same role runs.
-- $1 text: its pid.
-- Returns: asked (false: the backend doesn't exist).
SELECT pg_catalog.pg_cancel_backend($1::text::integer) AS asked
ORDER BY asked;
