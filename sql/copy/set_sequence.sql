-- Sets where a sequence stands.
-- $1 text: the sequence, as for a statement; $2 text: its last value; $3 text: whether that was
-- handed out.
-- Returns: last_value.
SELECT pg_catalog.setval($1::pg_catalog.regclass, $2::bigint, $3::boolean) AS last_value
ORDER BY 1;
