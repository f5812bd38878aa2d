-- What migrations leave behind: publications, subscriptions, replication slots and origins, schemas
-- and tables of tools, and indexes whose build failed.
-- $1 text: JSON list of names that may stay.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT o.object, o.have, o.want
FROM (
    SELECT pg_catalog.format('%s %s', l.kind, l.name) AS object, 'still exists' AS have,
           'removed' AS want
    FROM (
        SELECT 'publication' AS kind, p.pubname::text AS name FROM pg_catalog.pg_publication AS p
        UNION ALL
        SELECT 'subscription', s.subname
        FROM pg_catalog.pg_database AS d
        JOIN (SELECT s.subdbid, s.subname FROM pg_catalog.pg_subscription AS s) AS s
             ON s.subdbid = d.oid
        WHERE d.datname = pg_catalog.current_database()
        UNION ALL
        SELECT 'replication slot', r.slot_name
        FROM pg_catalog.pg_replication_slots AS r
        WHERE NOT r.temporary AND (r.database IS NULL OR r.database = pg_catalog.current_database())
        UNION ALL
        SELECT 'replication origin', g.roname FROM pg_catalog.pg_replication_origin AS g
        WHERE NOT EXISTS (SELECT FROM (SELECT s.oid FROM pg_catalog.pg_subscription AS s) AS s
                          WHERE g.roname = 'pg_' || s.oid)  -- a subscription drops its own origin
        UNION ALL
        SELECT 'schema', n.nspname
        FROM pg_catalog.pg_namespace AS n
        WHERE n.nspname IN ('pgcopydb', 'pger', 'pglogical', 'pgl_ddl_deploy', 'bucardo', 'spock',
                            'awsdms_control', '_peerdb_internal', 'pgroll', 'dms', 'debezium')
        UNION ALL
        SELECT CASE WHEN c.relkind IN ('i', 'I') THEN 'index' ELSE 'table' END,
               pg_catalog.format('%I.%I', n.nspname, c.relname)
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname <> 'pg_toast'
          AND (c.relkind IN ('i', 'I') AND c.relname ~ '_cc(new|old)[0-9]*$'
               OR c.relkind IN ('r', 'p')
                  AND c.relname ~ '^(awsdms_|pgc_cmp|pger_|_pgroll|pgschemadiff_tmp)')
        UNION ALL
        SELECT 'event trigger', e.evtname
        FROM pg_catalog.pg_event_trigger AS e
        WHERE e.evtname ~ '^(awsdms_|pger_|pgroll|pglogical|dms_)'
    ) AS l
    WHERE NOT $1::jsonb ? l.name
    UNION ALL
    SELECT 'all objects', 'searched', NULL
) AS o
ORDER BY o.object COLLATE "C";
