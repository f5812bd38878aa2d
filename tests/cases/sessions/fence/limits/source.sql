CREATE TABLE t (id int);
CREATE ROLE writer LOGIN;
GRANT ALL ON t TO writer;
ALTER ROLE writer SET default_transaction_read_only = off;
CREATE ROLE root LOGIN SUPERUSER CONNECTION LIMIT 0;
ALTER DATABASE gate_case CONNECTION LIMIT 0;
-- As in the server's configuration file.
SET LOCAL allow_system_table_mods = on;
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW pg_catalog.pg_settings AS WITH s AS ('
          || rtrim(pg_get_viewdef('pg_catalog.pg_settings'::regclass), ';') || ') '
          'SELECT (jsonb_populate_record(NULL::pg_catalog.pg_settings, to_jsonb(s) '
          '|| CASE s.name WHEN ''default_transaction_read_only'' '
          'THEN ''{"reset_val": "on", "source": "configuration file"}''::jsonb ELSE ''{}'' END)).* FROM s';
END $$;
ALTER ROLE root SET default_transaction_read_only = off;
