-- How many large objects there are and what they hold, by bucket of their oid: the sum of the first
-- 64 bits of each one's SHA-256. Reading one needs its privilege; without it this fails (42501).
-- Returns: bucket, objects, sum.
SELECT m.oid::bigint & 1023 AS bucket,
       pg_catalog.count(*) AS objects,
       pg_catalog.sum(('x' || pg_catalog.substr(pg_catalog.encode(pg_catalog.sha256(
           pg_catalog.lo_get(m.oid)), 'hex'), 1, 16))::bit(64)::bigint) AS sum
FROM pg_catalog.pg_largeobject_metadata AS m
GROUP BY 1
ORDER BY 1;
