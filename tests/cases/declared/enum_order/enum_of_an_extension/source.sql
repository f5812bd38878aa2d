CREATE EXTENSION citext;
CREATE TYPE key_status AS ENUM ('valid', 'expired');
ALTER EXTENSION citext ADD TYPE key_status;
SET allow_system_table_mods = on;
CREATE SCHEMA of_a_session;
CREATE TYPE of_a_session.own AS ENUM ('a');
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
