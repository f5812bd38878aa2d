-- Slots that need another server or much WAL. Before 17, the view has no invalidation_reason.
SET LOCAL allow_system_table_mods = on;
DO $$
BEGIN
  EXECUTE 'CREATE OR REPLACE VIEW pg_catalog.pg_replication_slots AS '
          'SELECT (jsonb_populate_record(NULL::pg_catalog.pg_replication_slots, '
          'jsonb_build_object(''active'', true, ''temporary'', false, ''wal_status'', ''reserved'', '
          '''restart_lsn'', pg_current_wal_lsn()) || x)).*'
          || CASE WHEN current_setting('server_version_num')::int < 170000
                  THEN ', x ->> ''invalidation_reason'' AS invalidation_reason' ELSE '' END
          || $view$
FROM jsonb_build_array(
  jsonb_build_object('slot_name', 'far', 'restart_lsn', '0/0', 'wal_status', 'extended'),
  jsonb_build_object('slot_name', 'invalid', 'invalidation_reason', 'rows_removed'),
  jsonb_build_object('slot_name', 'logical', 'restart_lsn', '0/0', 'confirmed_flush_lsn', pg_current_wal_lsn()),
  jsonb_build_object('slot_name', 'lost', 'wal_status', 'lost'),
  jsonb_build_object('slot_name', 'nearly_lost', 'wal_status', 'unreserved'),
  jsonb_build_object('slot_name', 'physical'),
  jsonb_build_object('slot_name', 'without_position', 'restart_lsn', NULL)) AS slots,
  jsonb_array_elements(slots) AS x$view$;
END $$;
