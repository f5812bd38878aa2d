-- Damage to large objects.
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, l.oid::text AS object, pg_catalog.format(d.plant, l.oid, l.last) AS plant,
       'SELECT pg_catalog.jsonb_build_array((SELECT pg_catalog.jsonb_agg(m.oid ORDER BY m.oid) '
       'FROM pg_catalog.pg_largeobject_metadata AS m), (SELECT pg_catalog.jsonb_agg(pg_catalog.to_jsonb(b) '
       'ORDER BY b.loid, b.pageno) FROM pg_catalog.pg_largeobject AS b))' AS looks,
       'large_objects' AS gate, pg_catalog.format(d.finding, l.oid) AS finding, d.also, NULL AS undo
FROM (
    SELECT m.oid, pg_catalog.max(m.oid::bigint) OVER () AS last, b.length
    FROM pg_catalog.pg_largeobject_metadata AS m
    CROSS JOIN LATERAL (
        SELECT COALESCE(pg_catalog.sum(pg_catalog.octet_length(b.data)), 0) AS length
        FROM pg_catalog.pg_largeobject AS b WHERE b.loid = m.oid
    ) AS b
) AS l
JOIN (VALUES
    ('large object lost', 'SELECT pg_catalog.lo_unlink(%1$s)',
     'large objects: have * missing, extra or different, want the * of the source', 'owners,grants,comments'),
    ('large object added', 'SELECT pg_catalog.lo_create((%2$s + 1)::oid)',
     'large objects: have * missing, extra or different, want the * of the source', 'owners'),
    ('large object with another byte', 'SELECT pg_catalog.lo_put(%1$s, 0, ''\x00'')',
     'large objects: have * missing, extra or different, want the * of the source', ''),
    ('large object with a byte more', 'SELECT pg_catalog.lo_put(%1$s, (SELECT pg_catalog.length('
     'pg_catalog.lo_get(%1$s))), ''\x00'')', 'large objects: have * missing, extra or different, want the * of the '
     'source', ''),
    ('large object without its last byte', 'SELECT pg_catalog.lo_truncate(pg_catalog.lo_open(%1$s, 131072), (SELECT '
     'pg_catalog.length(pg_catalog.lo_get(%1$s)) - 1))', 'large objects: have * missing, extra or different, want the '
     '* of the source', ''),
    ('empty large object', 'SELECT pg_catalog.lo_truncate(pg_catalog.lo_open(%1$s, 131072), 0)',
     'large objects: have * missing, extra or different, want the * of the source', ''),
    ('large object with another number', 'DO $$ BEGIN PERFORM pg_catalog.lo_from_bytea((%2$s + 1)::oid, '
     'pg_catalog.lo_get(%1$s)); PERFORM pg_catalog.lo_unlink(%1$s); END $$',
     'large objects: have * missing, extra or different, want the * of the source', 'owners,grants,comments')
) AS d (kind, plant, finding, also) ON l.length > 0
ORDER BY l.oid, d.kind;
