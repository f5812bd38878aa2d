-- The large objects, with what tells whether two have the same contents. Fails with 42501 if the role
-- may not read one.
-- $1 boolean: whether to read the contents.
-- Returns: oid, bytes and sha256 (NULL: not read), owner, privileges (NULL: the default ones).
SELECT m.oid::text AS oid, pg_catalog.octet_length(c.contents) AS bytes,
       pg_catalog.encode(pg_catalog.sha256(c.contents), 'hex') AS sha256,
       pg_catalog.pg_get_userbyid(m.lomowner) AS owner, m.lomacl::text AS privileges
FROM pg_catalog.pg_largeobject_metadata AS m
LEFT JOIN LATERAL (SELECT pg_catalog.lo_get(m.oid) AS contents OFFSET 0) AS c ON $1::boolean
ORDER BY m.oid;
