-- Replication slots. A slot that isn't in use fills the disk; a slot that lost its WAL lost
-- changes.
-- $1 text: JSON list of the expected slots; $2 bigint: bytes that a slot may be behind.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT o.object, o.have, o.want
FROM (
    SELECT pg_catalog.format('slot %s', s.slot_name) AS object,
           pg_catalog.concat_ws(', ',
               CASE WHEN s.active THEN 'in use' ELSE 'not in use' END,
               pg_catalog.to_jsonb(s) ->> 'wal_status',
               'invalid: ' || (pg_catalog.to_jsonb(s) ->> 'invalidation_reason'),
               COALESCE(s.behind || ' bytes behind', 'position unknown')) AS have,
           CASE WHEN NOT $1::jsonb ? s.slot_name THEN 'no such slot'
                WHEN NOT s.active THEN 'a slot in use'
                WHEN pg_catalog.to_jsonb(s) ->> 'wal_status' IN ('lost', 'unreserved')
                  OR pg_catalog.to_jsonb(s) ->> 'invalidation_reason' IS NOT NULL
                THEN 'a slot that keeps its WAL'
                WHEN s.behind IS NULL THEN 'a slot with a position'
                WHEN s.behind > $2::bigint
                THEN pg_catalog.format('at most %s bytes behind', $2::bigint) END AS want
    FROM (
        SELECT r.*,
               pg_catalog.pg_wal_lsn_diff(
                   CASE WHEN pg_catalog.pg_is_in_recovery()
                        THEN pg_catalog.pg_last_wal_receive_lsn()
                        ELSE pg_catalog.pg_current_wal_lsn() END,
                   COALESCE(r.confirmed_flush_lsn, r.restart_lsn))::bigint AS behind
        FROM pg_catalog.pg_replication_slots AS r
        WHERE NOT r.temporary
    ) AS s
    UNION ALL
    SELECT 'slot ' || e.slot_name, 'no such slot', 'a slot in use'
    FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS e (slot_name)
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots AS s
                      WHERE s.slot_name = e.slot_name)
    UNION ALL
    SELECT 'all slots', pg_catalog.count(*)::text, NULL FROM pg_catalog.pg_replication_slots AS s
) AS o
ORDER BY o.object COLLATE "C";
