-- What a migration may make on one side and an application may have on both: publications,
-- subscriptions, replication slots and origins; and the slots that subscriptions use.
-- Returns: kind, name.
SELECT o.kind, o.name
FROM (
    SELECT 'publication' AS kind, p.pubname::text AS name FROM pg_catalog.pg_publication AS p
    UNION ALL
    SELECT s.kind, s.name
    FROM pg_catalog.pg_database AS d
    JOIN (SELECT s.subdbid, v.kind, v.name
          FROM (SELECT s.subdbid, s.subname, s.subslotname FROM pg_catalog.pg_subscription AS s) AS s
          CROSS JOIN LATERAL (VALUES ('subscription', s.subname::text),
                                     ('slot of a subscription', s.subslotname::text))
                     AS v (kind, name)) AS s
         ON s.subdbid = d.oid
    WHERE d.datname = pg_catalog.current_database()
    UNION ALL
    SELECT 'replication slot', r.slot_name FROM pg_catalog.pg_replication_slots AS r
    UNION ALL
    SELECT 'replication origin', g.roname FROM pg_catalog.pg_replication_origin AS g
) AS o
WHERE o.name IS NOT NULL
ORDER BY o.kind COLLATE "C", o.name COLLATE "C";
