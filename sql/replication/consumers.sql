-- Whether something reads the changes of this server by a slot, without being far behind.
-- $1 text: the slot; $2 bigint: bytes that it may be behind.
-- Returns: found, active, is_logical (NULL: there is no slot; a physical one serves standbys), is_of_database
-- (a logical slot is of one database; a physical one of all), keeps_wal, is_near, state (for people).
SELECT s.slot_name IS NOT NULL AS found, COALESCE(s.active, false) AS active,
       s.slot_type = 'logical' AS is_logical,
       s.database IS NULL OR s.database = pg_catalog.current_database() AS is_of_database,
       COALESCE(pg_catalog.to_jsonb(s) ->> 'wal_status', 'lost') NOT IN ('lost', 'unreserved')
       AND pg_catalog.to_jsonb(s) ->> 'invalidation_reason' IS NULL AS keeps_wal,
       COALESCE(p.behind <= $2::bigint, false) AS is_near,
       CASE WHEN s.slot_name IS NULL THEN 'no such slot'
            ELSE pg_catalog.concat_ws(', ',
                     CASE WHEN s.active THEN 'in use' ELSE 'not in use' END,
                     NULLIF(s.slot_type, 'logical'),
                     'of database ' || NULLIF(s.database, pg_catalog.current_database()),
                     pg_catalog.to_jsonb(s) ->> 'wal_status',
                     'invalid: ' || (pg_catalog.to_jsonb(s) ->> 'invalidation_reason'),
                     COALESCE(p.behind || ' bytes behind', 'position unknown')) END AS state
FROM (SELECT $1::name AS slot_name) AS wanted
LEFT JOIN pg_catalog.pg_replication_slots AS s ON s.slot_name = wanted.slot_name
CROSS JOIN LATERAL (
    SELECT pg_catalog.pg_wal_lsn_diff(
               CASE WHEN pg_catalog.pg_is_in_recovery() THEN pg_catalog.pg_last_wal_receive_lsn()
                    ELSE pg_catalog.pg_current_wal_lsn() END,
               COALESCE(s.confirmed_flush_lsn, s.restart_lsn))::bigint AS behind
) AS p
ORDER BY wanted.slot_name;
