CREATE PUBLICATION analytics;
CREATE PUBLICATION mover;
CREATE SUBSCRIPTION elsewhere CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SCHEMA pgcopydb;
CREATE TABLE awsdms_ddl_audit (id int);
CREATE TABLE awsdms_history (id int) PARTITION BY RANGE (id);
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_replication_slots AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_replication_slots, x)).* FROM jsonb_array_elements('[
  {"slot_name": "left_over", "active": false, "temporary": false},
  {"slot_name": "mover", "active": true, "temporary": false},
  {"slot_name": "of_a_backup", "active": true, "temporary": true},
  {"slot_name": "of_another", "active": false, "temporary": false, "database": "postgres"},
  {"slot_name": "of_this_one", "active": false, "temporary": false, "database": "gate_case"},
  {"slot_name": "standby", "active": true, "temporary": false}
]') AS x;
