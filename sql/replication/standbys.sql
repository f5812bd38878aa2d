-- The standbys that stream from the server. Subscriptions, backups and programs that only keep WAL
-- stream too, but replay nothing.
-- $1 bigint: how many must be ready; $2 bigint: how many of them must be synchronous; $3 bigint: bytes
-- that one may be behind.
-- Returns: object, have (NULL: the role isn't allowed to see it), want (NULL: have is as it should be).
WITH standby AS (
    SELECT pg_catalog.concat_ws(' at ',
               'standby ' || COALESCE(r.application_name, 'of process ' || r.pid),
               pg_catalog.host(r.client_addr)) AS object,
           r.state, r.sync_state, p.behind,
           COALESCE(r.state = 'streaming' AND p.behind <= $3::bigint, false) AS is_ready,
           COALESCE(r.sync_state IN ('sync', 'quorum'), false) AS is_synchronous
    FROM pg_catalog.pg_stat_replication AS r
    CROSS JOIN LATERAL (
        SELECT pg_catalog.pg_wal_lsn_diff(
                   CASE WHEN pg_catalog.pg_is_in_recovery()
                        THEN pg_catalog.pg_last_wal_receive_lsn()
                        ELSE pg_catalog.pg_current_wal_lsn() END, r.replay_lsn)::bigint AS behind
    ) AS p
    WHERE r.state IS DISTINCT FROM 'backup'
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots AS s
                      WHERE s.active_pid = r.pid AND s.slot_type = 'logical')
), ready AS (
    SELECT pg_catalog.count(*) AS number,
           pg_catalog.count(*) FILTER (WHERE s.is_synchronous) AS synchronous
    FROM standby AS s
    WHERE s.is_ready
)
SELECT o.object, o.have, o.want
FROM (
    SELECT s.object,
           CASE WHEN s.state IS NOT NULL
                THEN pg_catalog.concat_ws(', ', s.state, s.sync_state,
                                          COALESCE(s.behind || ' bytes behind', 'replays nothing'))
           END AS have,
           -- One that isn't ready is of no concern where enough others are.
           CASE WHEN NOT s.is_ready AND r.number < $1::bigint
                THEN pg_catalog.format('streaming, at most %s bytes behind', $3::bigint)
                WHEN NOT s.is_synchronous AND r.synchronous < $2::bigint
                THEN 'a synchronous standby' END AS want
    FROM standby AS s
    CROSS JOIN ready AS r
    UNION ALL
    SELECT 'ready standbys',
           pg_catalog.format('%s, %s of them synchronous', r.number, r.synchronous),
           CASE WHEN r.number < $1::bigint OR r.synchronous < $2::bigint
                THEN pg_catalog.format('at least %s, %s of them synchronous', $1::bigint, $2::bigint)
           END
    FROM ready AS r
) AS o
ORDER BY o.object COLLATE "C";
