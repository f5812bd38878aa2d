-- Counts and sums the large objects by bucket, the low 10 bits of the oid. The sum adds the first
-- 64 bits of each object's digest. Fails with 42501 if the role may not read an object.
-- Returns: bucket, objects, sum.
SELECT m.oid::bigint & 1023 AS bucket,
       pg_catalog.count(*) AS objects,
       pg_catalog.sum(('x' || pg_catalog.substr(c.contents ->> 'sha256', 1, 16))::bit(64)::bigint)
           AS sum
FROM pg_catalog.pg_largeobject_metadata AS m
CROSS JOIN LATERAL (SELECT 'large_object'::json AS contents OFFSET 0) AS c
GROUP BY 1
ORDER BY 1;
