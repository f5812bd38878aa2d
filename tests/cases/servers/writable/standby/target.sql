SET LOCAL allow_system_table_mods = on;
ALTER FUNCTION pg_catalog.pg_is_in_recovery() RENAME TO of_the_server_in_recovery;
CREATE FUNCTION pg_catalog.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT true';
ALTER FUNCTION pg_catalog.pg_last_wal_replay_lsn() RENAME TO of_the_server_replay_lsn;
CREATE FUNCTION pg_catalog.pg_last_wal_replay_lsn() RETURNS pg_lsn LANGUAGE sql AS $$SELECT pg_lsn '0/7000000'$$;
