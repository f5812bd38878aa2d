CREATE ROLE app_owner;
CREATE TABLE t (id int);
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER of_users ON ddl_command_end EXECUTE FUNCTION on_ddl();
CREATE PUBLICATION app;
ALTER TABLE t OWNER TO app_owner;
ALTER SCHEMA public OWNER TO app_owner;
