-- Programs of all kinds that stream.
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_stat_replication AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_stat_replication,
                              jsonb_build_object('sync_state', 'async', 'replay_lsn', pg_current_wal_lsn()) || x)).*
FROM jsonb_array_elements('[
  {"pid": 1, "application_name": "backup", "state": "backup"},
  {"pid": 2, "application_name": "catching_up", "state": "catchup"},
  {"pid": 3, "application_name": "keeps_wal", "state": "streaming", "replay_lsn": null},
  {"pid": 4, "application_name": "one_of_several", "state": "streaming", "sync_state": "quorum"},
  {"pid": 5, "application_name": "subscription", "state": "streaming"}
]') AS x;
CREATE OR REPLACE VIEW pg_catalog.pg_replication_slots AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_replication_slots, x)).* FROM jsonb_array_elements('[
  {"slot_name": "subscription", "slot_type": "logical", "active_pid": 5},
  {"slot_name": "one_of_several", "slot_type": "physical", "active_pid": 4}
]') AS x;
