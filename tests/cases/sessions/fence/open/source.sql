CREATE ROLE of_a_client LOGIN;
CREATE ROLE safe LOGIN;
CREATE ROLE tuned LOGIN;
CREATE ROLE undone LOGIN;
ALTER ROLE safe SET default_transaction_read_only = on;
ALTER ROLE tuned SET enable_sort = on;
ALTER ROLE undone SET default_transaction_read_only = on;
ALTER ROLE undone IN DATABASE gate_case SET default_transaction_read_only = off;
ALTER ROLE of_a_client IN DATABASE postgres SET default_transaction_read_only = on;

-- As after ALTER ROLE ALL SET and ALTER DATABASE postgres SET, which would change other cases too.
SET LOCAL allow_system_table_mods = on;
ALTER TABLE pg_catalog.pg_db_role_setting RENAME TO of_the_server_settings;
CREATE VIEW pg_catalog.pg_db_role_setting AS
SELECT * FROM pg_catalog.of_the_server_settings
UNION ALL
SELECT * FROM (VALUES ((SELECT oid FROM pg_database WHERE datname = 'postgres'), 0::oid, ARRAY['default_transaction_read_only=on'])) AS s (setdatabase, setrole, setconfig);
