CREATE ROLE supabase_admin;
CREATE SCHEMA extensions;
CREATE FUNCTION extensions.pgrst_ddl_watch() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SCHEMA pgbouncer;
CREATE FUNCTION pgbouncer.get_auth() RETURNS int LANGUAGE sql AS 'SELECT 1';
