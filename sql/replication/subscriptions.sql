-- Whether each subscription of this database is enabled, has a running worker, and has finished the
-- initial copy of every table, and from 19 on of every sequence.
-- $1 text: JSON list of the expected subscriptions.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT o.object, o.have, o.want
FROM (
    SELECT pg_catalog.format('subscription %s', s.subname) AS object,
           pg_catalog.concat_ws(', ',
               CASE WHEN s.subenabled THEN 'enabled' ELSE 'disabled' END,
               CASE WHEN w.pid IS NULL THEN 'no worker' ELSE 'worker running' END,
               pg_catalog.format('%s of %s tables ready', t.ready, t.tables),
               CASE WHEN t.sequences > 0
                    THEN pg_catalog.format('%s of %s sequences', t.ready_sequences, t.sequences)
               END) AS have,
           CASE WHEN NOT $1::jsonb ? s.subname THEN 'no such subscription'
                WHEN NOT s.subenabled OR w.pid IS NULL OR t.ready < t.tables
                  OR t.ready_sequences < t.sequences OR t.tables + t.sequences = 0
                THEN 'enabled, worker running, all tables ready' END AS want
    FROM pg_catalog.pg_database AS d
    JOIN (SELECT s.oid, s.subdbid, s.subname, s.subenabled
          FROM pg_catalog.pg_subscription AS s) AS s ON s.subdbid = d.oid
    -- From 16 on the worker may have helpers, which name it as their leader, and from 19 on one for
    -- sequences, which has no relation either.
    LEFT JOIN pg_catalog.pg_stat_subscription AS w
           ON w.subid = s.oid AND w.relid IS NULL AND pg_catalog.to_jsonb(w) ->> 'leader_pid' IS NULL
          AND COALESCE(pg_catalog.to_jsonb(w) ->> 'worker_type', 'apply') = 'apply'
    CROSS JOIN LATERAL (
        SELECT pg_catalog.count(*) FILTER (WHERE NOT o.is_sequence) AS tables,
               pg_catalog.count(*) FILTER (WHERE NOT o.is_sequence AND o.is_ready) AS ready,
               pg_catalog.count(*) FILTER (WHERE o.is_sequence) AS sequences,
               pg_catalog.count(*) FILTER (WHERE o.is_sequence AND o.is_ready) AS ready_sequences
        FROM (
            SELECT c.relkind = 'S' AS is_sequence, r.srsubstate = 'r' AS is_ready
            FROM pg_catalog.pg_subscription_rel AS r
            JOIN pg_catalog.pg_class AS c ON c.oid = r.srrelid
            WHERE r.srsubid = s.oid
        ) AS o
    ) AS t
    WHERE d.datname = pg_catalog.current_database()
    UNION ALL
    SELECT 'subscription ' || e.name, 'no such subscription', 'enabled, worker running'
    FROM pg_catalog.jsonb_array_elements_text($1::jsonb) AS e (name)
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_database AS d
                      JOIN (SELECT s.subdbid, s.subname FROM pg_catalog.pg_subscription AS s) AS s
                           ON s.subdbid = d.oid
                      WHERE d.datname = pg_catalog.current_database() AND s.subname = e.name)
    UNION ALL
    SELECT 'all subscriptions', pg_catalog.count(*)::text, NULL
    FROM pg_catalog.pg_stat_subscription AS s
) AS o
ORDER BY o.object COLLATE "C";
