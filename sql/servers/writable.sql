-- Whether clients can write: the server isn't a standby, and transactions aren't read-only by
-- default. A role that may write no table isn't hindered by such a setting: reporting roles have it on
-- purpose. What it may write as a member of another role counts.
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
       CASE WHEN w.writes THEN 'on' ELSE 'on, but the role may write no table' END,
       CASE WHEN w.writes THEN 'off' END
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
WHERE x.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database AS d
                            WHERE d.datname = pg_catalog.current_database()))
  AND EXISTS (SELECT FROM pg_catalog.unnest(x.setconfig) AS v (setting)
              WHERE v.setting LIKE 'default_transaction_read_only=%'
                AND pg_catalog.split_part(v.setting, '=', 2)::boolean)
ORDER BY 1;
