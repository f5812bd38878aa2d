-- A worker that belongs to a transaction, as the server lists one; and a prepared transaction, as with
-- max_prepared_transactions, which needs a restart. The views stay the server's own: gonogo may keep locks on them.
SET LOCAL allow_system_table_mods = on;
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW pg_catalog.pg_stat_activity AS WITH a AS ('
          || rtrim(pg_get_viewdef('pg_catalog.pg_stat_activity'::regclass), ';') || ') SELECT * FROM a '
          'UNION ALL SELECT (jsonb_populate_record(NULL::pg_catalog.pg_stat_activity, to_jsonb(a) '
          '|| ''{"pid": 1, "backend_type": "parallel worker", "application_name": "psql"}'')).* '
          'FROM a WHERE a.pid = pg_backend_pid()';
END $$;
CREATE OR REPLACE VIEW pg_catalog.pg_prepared_xacts AS
SELECT '7'::xid AS transaction, 'transfer 1'::text AS gid, timestamptz '2026-02-21 09:30:00Z' AS prepared,
       'app'::name AS owner, 'gate_case'::name AS database;
