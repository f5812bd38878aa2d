-- The contents of large objects, or pieces of them.
-- $1 text: JSON list of {"oid", "at", "bytes"}.
-- Returns: oid, at, hex.
SELECT w.oid::text AS oid, w.at,
       pg_catalog.encode(pg_catalog.lo_get(w.oid, w.at, w.bytes), 'hex') AS hex
FROM pg_catalog.json_to_recordset($1::json) AS w (oid oid, at bigint, bytes integer)
ORDER BY w.oid, w.at;
