-- Whether clients can write: the server isn't a standby, and transactions aren't read-only by
-- default. A role that may write no table isn't hindered by such a setting: reporting roles have it on
-- purpose. What it may write as a member of another role counts, and so does a volatile SECURITY DEFINER
-- function that somebody granted to it. One that everybody may run is only told: PUBLIC has EXECUTE by default.
-- Returns: object, have, want (NULL: have is as it should be).
SELECT 'recovery' AS object,
       CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'a standby' ELSE 'a primary' END AS have,
       CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'a primary' END AS want
UNION ALL
SELECT 'default_transaction_read_only', s.reset_val,
       CASE WHEN s.reset_val <> 'off' THEN 'off' END
FROM pg_catalog.pg_settings AS s
WHERE s.name = 'default_transaction_read_only'
UNION ALL
SELECT pg_catalog.format('default_transaction_read_only of %s',
                         COALESCE('role ' || r.rolname, 'every role')),
       CASE WHEN w.writes THEN 'on'
            WHEN f.granted IS NOT NULL
            THEN pg_catalog.format('on, and the role may run %s, which writes as its owner', f.granted)
            WHEN f.public IS NOT NULL
            THEN pg_catalog.format('on, but the role may write no table; everybody may run %s, which '
                                   'writes as its owner', f.public)
            ELSE 'on, but the role may write no table' END,
       CASE WHEN w.writes OR f.granted IS NOT NULL THEN 'off' END
FROM pg_catalog.pg_db_role_setting AS x
LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = x.setrole
CROSS JOIN LATERAL (
    SELECT r.oid IS NULL OR EXISTS (
        SELECT FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_roles AS m ON pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER')
        WHERE c.relkind IN ('r', 'p', 'v', 'f')
          AND n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND n.nspname !~ '^pg_(toast|temp)'
          AND (pg_catalog.has_table_privilege(m.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
               OR pg_catalog.has_any_column_privilege(m.oid, c.oid, 'INSERT, UPDATE'))) AS writes
) AS w
CROSS JOIN LATERAL (
    SELECT pg_catalog.min(e.name COLLATE "C") FILTER (WHERE e.is_granted) AS granted,
           pg_catalog.min(e.name COLLATE "C") AS public
    FROM (SELECT pg_catalog.format('%I.%I()', n.nspname, p.proname) AS name,
                 EXISTS (SELECT FROM pg_catalog.aclexplode(p.proacl) AS a
                         WHERE pg_catalog.pg_has_role(r.oid, a.grantee, 'MEMBER')) AS is_granted
          FROM pg_catalog.pg_proc AS p
          JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
          WHERE p.prosecdef AND p.provolatile = 'v' AND p.oid >= 16384
            AND p.prorettype <> ALL (ARRAY['pg_catalog.trigger'::pg_catalog.regtype,
                                           'pg_catalog.event_trigger'::pg_catalog.regtype]::oid[])
            AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            AND EXISTS (SELECT FROM pg_catalog.pg_roles AS m
                        WHERE pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER')
                          AND pg_catalog.has_function_privilege(m.oid, p.oid, 'EXECUTE')
                          AND pg_catalog.has_schema_privilege(m.oid, n.oid, 'USAGE'))
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                            WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                              AND d.objid = p.oid AND d.deptype = 'e')) AS e
) AS f
WHERE x.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database AS d
                            WHERE d.datname = pg_catalog.current_database()))
  AND EXISTS (SELECT FROM pg_catalog.unnest(x.setconfig) AS v (setting)
              WHERE v.setting LIKE 'default_transaction_read_only=%'
                AND pg_catalog.split_part(v.setting, '=', 2)::boolean)
ORDER BY 1;
