-- The value of default_transaction_read_only in this database for roles without a setting of
-- their own.
-- Returns: setting (on, off; NULL: this session has its own setting, which hides the server's).
SELECT COALESCE(
           (SELECT CASE WHEN pg_catalog.split_part(v.setting, '=', 2)::boolean THEN 'on' ELSE 'off' END
            FROM pg_catalog.pg_db_role_setting AS x
            LEFT JOIN pg_catalog.pg_database AS d ON d.oid = x.setdatabase
            CROSS JOIN LATERAL pg_catalog.unnest(x.setconfig) AS v (setting)
            WHERE x.setrole = 0 AND (x.setdatabase = 0 OR d.datname = pg_catalog.current_database())
              AND v.setting LIKE 'default_transaction_read_only=%'
            ORDER BY x.setdatabase = 0
            LIMIT 1),
           CASE WHEN s.source IN ('default', 'environment variable', 'configuration file',
                                  'command line')
                THEN s.reset_val END) AS setting
FROM pg_catalog.pg_settings AS s
WHERE s.name = 'default_transaction_read_only'
ORDER BY s.name;
