-- How many more connections the server, the database and the role allow.
-- $1 integer: how many are needed; $2 text: the role that needs them, or empty.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT o.object, pg_catalog.format('%s free of %s', o.free, o.most) AS have,
       CASE WHEN o.free < $1::bigint THEN pg_catalog.format('%s free', $1::bigint) END AS want
FROM (
    SELECT 'the server' AS object, l.most, l.most - u.used AS free
    FROM (SELECT pg_catalog.sum(s.setting::bigint
                                * CASE s.name WHEN 'max_connections' THEN 1 ELSE -1 END) AS most
          FROM pg_catalog.pg_settings AS s
          WHERE s.name IN ('max_connections', 'superuser_reserved_connections',
                           'reserved_connections')) AS l
    CROSS JOIN (SELECT pg_catalog.sum(d.numbackends) AS used
                FROM pg_catalog.pg_stat_database AS d) AS u
    UNION ALL
    SELECT 'the database', d.datconnlimit, d.datconnlimit - b.numbackends
    FROM pg_catalog.pg_database AS d
    JOIN pg_catalog.pg_stat_database AS b ON b.datid = d.oid
    WHERE d.datname = pg_catalog.current_database() AND d.datconnlimit >= 0
    UNION ALL
    SELECT pg_catalog.format('the role %s', r.rolname), r.rolconnlimit,
           r.rolconnlimit - (SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity AS a
                             WHERE a.usesysid = r.oid)
    FROM pg_catalog.pg_roles AS r
    WHERE r.rolname = $2::text AND r.rolconnlimit >= 0
    UNION ALL
    SELECT pg_catalog.format('the role %s', $2::text), 0, 0
    WHERE $2::text <> ''
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_roles AS r WHERE r.rolname = $2::text)
) AS o
ORDER BY o.object COLLATE "C";
