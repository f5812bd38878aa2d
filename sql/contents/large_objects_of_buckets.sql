-- The large objects of some buckets (see large_objects_sums), each with the digest of its contents.
-- $1 text: JSON list of the buckets.
-- Returns: oid, sha256 (of its pieces).
SELECT m.oid::text AS oid, 'large_object'::json ->> 'sha256' AS sha256
FROM pg_catalog.pg_largeobject_metadata AS m
WHERE (m.oid::bigint & 1023)::text
      IN (SELECT b.bucket FROM pg_catalog.json_array_elements_text($1::json) AS b (bucket))
ORDER BY m.oid;
