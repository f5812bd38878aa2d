-- What migrations leave behind: publications, subscriptions, replication slots and origins, schemas
-- and tables of tools, and indexes whose build failed. What the other side has, too, or the baseline,
-- was there before the migration. An active slot has a user, which the application may be.
-- $1 text: JSON list of names that may stay; $2 text: JSON list of {kind, name} that the other side
-- has; $3 text: regular expression of tools' names; $4 text: JSON list of the migration's own names.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT o.object, o.have, o.want
FROM (
    SELECT pg_catalog.format('%s %s', l.kind, l.name) AS object,
           CASE WHEN marked.by_name THEN 'still exists'
                WHEN l.is_elsewhere THEN 'on both sides, so the application''s'
                WHEN l.is_active AND NOT l.is_subscribed THEN 'in use, so not the migration''s'
                ELSE 'still exists' END AS have,
           CASE WHEN marked.by_name THEN 'removed'
                WHEN l.is_elsewhere OR l.is_active AND NOT l.is_subscribed THEN NULL
                WHEN l.kind = 'publication'
                THEN 'removed, or on both sides if it is the application''s'
                ELSE 'removed' END AS want
    FROM (
        SELECT k.kind, k.name, k.is_active,
               $2::jsonb @> pg_catalog.jsonb_build_array(
                   pg_catalog.jsonb_build_object('kind', k.kind, 'name', k.name)) AS is_elsewhere,
               $2::jsonb @> pg_catalog.jsonb_build_array(
                   pg_catalog.jsonb_build_object('kind', 'slot of a subscription', 'name', k.name))
                   AS is_subscribed
        FROM (
            SELECT 'publication' AS kind, p.pubname::text AS name, NULL::boolean AS is_active
            FROM pg_catalog.pg_publication AS p
            UNION ALL
            SELECT 'subscription', s.subname, NULL
            FROM pg_catalog.pg_database AS d
            JOIN (SELECT s.subdbid, s.subname FROM pg_catalog.pg_subscription AS s) AS s
                 ON s.subdbid = d.oid
            WHERE d.datname = pg_catalog.current_database()
            UNION ALL
            SELECT 'replication slot', r.slot_name, r.active
            FROM pg_catalog.pg_replication_slots AS r
            WHERE NOT r.temporary
              AND (r.database IS NULL OR r.database = pg_catalog.current_database())
            UNION ALL
            SELECT 'replication origin', g.roname, NULL
            FROM pg_catalog.pg_replication_origin AS g
            -- A subscription drops its own origin. On 13, not everybody may read pg_subscription.oid.
            WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_stat_subscription AS s
                              WHERE g.roname = 'pg_' || s.subid)
            UNION ALL
            SELECT 'schema', n.nspname, NULL
            FROM pg_catalog.pg_namespace AS n
            WHERE n.nspname IN ('pgcopydb', 'pger', 'pglogical', 'pgl_ddl_deploy', 'bucardo', 'spock',
                                'awsdms_control', '_peerdb_internal', 'pgroll', 'dms', 'debezium')
            UNION ALL
            SELECT CASE WHEN c.relkind IN ('i', 'I') THEN 'index' ELSE 'table' END,
                   pg_catalog.format('%I.%I', n.nspname, c.relname), NULL
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname <> 'pg_toast'
              AND (c.relkind IN ('i', 'I') AND c.relname ~ '_cc(new|old)[0-9]*$'
                   OR c.relkind IN ('r', 'p') AND c.relname ~ $3::text)
            UNION ALL
            SELECT 'event trigger', e.evtname, NULL
            FROM pg_catalog.pg_event_trigger AS e
            WHERE e.evtname ~ $3::text
        ) AS k
    ) AS l
    CROSS JOIN LATERAL (
        SELECT l.name ~ $3::text OR $4::jsonb ? l.name AS by_name
    ) AS marked
    WHERE NOT $1::jsonb ? l.name
    UNION ALL
    SELECT 'all objects', 'searched', NULL
) AS o
ORDER BY o.object COLLATE "C";
