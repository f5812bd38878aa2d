CREATE ROLE cloudsqlsuperuser SUPERUSER;
ALTER SCHEMA public OWNER TO cloudsqlsuperuser;
ALTER EVENT TRIGGER of_users OWNER TO cloudsqlsuperuser;
ALTER PUBLICATION app OWNER TO cloudsqlsuperuser;
ALTER TABLE t OWNER TO cloudsqlsuperuser;
CREATE EVENT TRIGGER of_the_server ON ddl_command_end EXECUTE FUNCTION on_ddl();
ALTER EVENT TRIGGER of_the_server OWNER TO cloudsqlsuperuser;
