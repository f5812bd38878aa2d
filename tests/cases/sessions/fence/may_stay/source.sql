-- As after ALTER ROLE ALL SET, which would change other cases too.
SET LOCAL allow_system_table_mods = on;
ALTER TABLE pg_catalog.pg_db_role_setting RENAME TO of_the_server_settings;
CREATE VIEW pg_catalog.pg_db_role_setting AS
SELECT * FROM pg_catalog.of_the_server_settings
UNION ALL
SELECT * FROM (VALUES (0::oid, 0::oid, ARRAY['default_transaction_read_only=on'])) AS s (setdatabase, setrole, setconfig);
