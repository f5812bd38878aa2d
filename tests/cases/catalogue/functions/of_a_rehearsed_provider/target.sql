CREATE FUNCTION extensions.pgrst_ddl_watch() RETURNS int LANGUAGE sql AS 'SELECT 1';
