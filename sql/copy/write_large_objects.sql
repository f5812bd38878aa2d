-- Writes pieces of large objects, each in its place.
-- $1 text: JSON list of {"oid", "at", "hex"}.
-- Returns: written.
SELECT pg_catalog.count(pg_catalog.lo_put(w.oid, w.at, pg_catalog.decode(w.hex, 'hex')) IS NULL)
           AS written
FROM pg_catalog.json_to_recordset($1::json) AS w (oid oid, at bigint, hex text)
ORDER BY 1;
