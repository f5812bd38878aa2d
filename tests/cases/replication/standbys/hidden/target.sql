CREATE ROLE reader;
ALTER DATABASE gate_case SET role = reader;
-- All that such a role sees of it.
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_stat_replication AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_stat_replication, x)).* FROM jsonb_array_elements('[
  {"pid": 4711}
]') AS x;
