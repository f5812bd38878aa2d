-- The large objects, with what tells whether two have the same contents. Fails with 42501 if the role
-- may not read one.
-- $1 boolean: whether to read the contents.
-- Returns: oid, bytes and sha256 (of its pieces; NULL: not read), owner, privileges (NULL: the default
-- ones).
SELECT m.oid::text AS oid, (c.contents ->> 'bytes')::bigint AS bytes,
       c.contents ->> 'sha256' AS sha256,
       pg_catalog.pg_get_userbyid(m.lomowner) AS owner, m.lomacl::text AS privileges
FROM pg_catalog.pg_largeobject_metadata AS m
LEFT JOIN LATERAL (SELECT 'large_object'::json AS contents OFFSET 0) AS c ON $1::boolean
ORDER BY m.oid;
