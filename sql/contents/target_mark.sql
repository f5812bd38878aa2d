-- The snapshot that divides what is written until now from what is written later. pg_current_snapshot()
-- lists the transactions under way, but not their subtransactions, which have numbers of their own and
-- would look like finished ones: their locks tell them.
-- Returns: snapshot, as pg_current_snapshot() writes one.
WITH now AS (
    SELECT pg_catalog.pg_snapshot_xmin(s.snapshot)::text::bigint AS oldest,
           pg_catalog.pg_snapshot_xmax(s.snapshot)::text::bigint AS next, s.snapshot
    FROM (SELECT pg_catalog.pg_current_snapshot() AS snapshot) AS s
), under_way AS (
    SELECT x.xid::text::bigint AS number
    FROM now AS n CROSS JOIN LATERAL pg_catalog.pg_snapshot_xip(n.snapshot) AS x (xid)
    UNION
    -- A lock has the last 32 bits of the number; those of most other kinds have NULL.
    SELECT n.next - pg_catalog.mod(n.next - l.transactionid::text::bigint, 4294967296)
    FROM now AS n CROSS JOIN pg_catalog.pg_locks AS l
)
SELECT pg_catalog.format('%s:%s:%s', n.oldest, n.next, (
           SELECT pg_catalog.string_agg(u.number::text, ',' ORDER BY u.number)
           FROM under_way AS u
           WHERE u.number >= n.oldest AND u.number < n.next)) AS snapshot
FROM now AS n
ORDER BY n.next;
