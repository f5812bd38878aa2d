-- Sets the position of a sequence.
-- $1 text: the sequence, quoted; $2 text: its last value; $3 text: whether that value has been used.
-- Returns: last_value.
SELECT pg_catalog.setval($1::pg_catalog.regclass, $2::bigint, $3::boolean) AS last_value
ORDER BY 1;
