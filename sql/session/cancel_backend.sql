-- Asks a server process of the same role to end what it does.
-- $1 text: its pid.
-- Returns: asked (false: there is no such process).
SELECT pg_catalog.pg_cancel_backend($1::text::integer) AS asked
ORDER BY asked;
