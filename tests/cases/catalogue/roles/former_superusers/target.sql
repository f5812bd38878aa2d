CREATE ROLE supabase_admin;
CREATE SCHEMA of_the_provider AUTHORIZATION supabase_admin;
CREATE TABLE of_the_provider.t (id int);
CREATE SCHEMA auth;
CREATE TABLE auth.users (id int);
-- Of another session.
SET LOCAL allow_system_table_mods = on;
CREATE SCHEMA session;
CREATE TABLE session.t (id int);
ALTER SCHEMA session RENAME TO pg_temp_999;
