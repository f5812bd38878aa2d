-- Whether clients can write: the server isn't a standby, and transactions aren't read-only by
-- default.
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
       'on', 'off'
FROM pg_catalog.pg_db_role_setting AS x
LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = x.setrole
WHERE x.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database AS d
                            WHERE d.datname = pg_catalog.current_database()))
  AND EXISTS (SELECT FROM pg_catalog.unnest(x.setconfig) AS v (setting)
              WHERE v.setting LIKE 'default_transaction_read_only=%'
                AND pg_catalog.split_part(v.setting, '=', 2)::boolean)
ORDER BY 1;
