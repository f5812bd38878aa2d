-- As on a standby: it knows what it received.
SET LOCAL allow_system_table_mods = on;
ALTER FUNCTION pg_catalog.pg_is_in_recovery() RENAME TO of_the_server_in_recovery;
ALTER FUNCTION pg_catalog.pg_current_wal_lsn() RENAME TO of_the_server_wal_lsn;
ALTER FUNCTION pg_catalog.pg_last_wal_receive_lsn() RENAME TO of_the_server_receive_lsn;
ALTER FUNCTION pg_catalog.pg_last_wal_replay_lsn() RENAME TO of_the_server_replay_lsn;
CREATE FUNCTION pg_catalog.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION pg_catalog.pg_current_wal_lsn() RETURNS pg_lsn LANGUAGE plpgsql
  AS 'BEGIN RAISE EXCEPTION ''recovery is in progress''; END';
CREATE FUNCTION pg_catalog.pg_last_wal_receive_lsn() RETURNS pg_lsn LANGUAGE sql AS $$SELECT pg_lsn '0/7000000'$$;
CREATE FUNCTION pg_catalog.pg_last_wal_replay_lsn() RETURNS pg_lsn LANGUAGE sql AS $$SELECT pg_lsn '0/7000000'$$;
CREATE OR REPLACE VIEW pg_catalog.pg_replication_slots AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_replication_slots, x)).* FROM jsonb_array_elements('[
  {"slot_name": "mover", "active": true, "temporary": false, "restart_lsn": "0/6FFFF00"}
]') AS x;
