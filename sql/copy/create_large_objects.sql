-- Creates large objects.
-- $1 text: JSON list of oids.
-- Returns: created.
SELECT pg_catalog.count(pg_catalog.lo_create(w.oid::oid)) AS created
FROM pg_catalog.json_array_elements_text($1::json) AS w (oid)
ORDER BY 1;
