-- Ends a server process of the same role, whatever it does.
-- $1 text: its pid.
-- Returns: asked (false: there is no such process).
SELECT pg_catalog.pg_terminate_backend($1::text::integer) AS asked
ORDER BY asked;
