CREATE EVENT TRIGGER of_users ON ddl_command_end EXECUTE FUNCTION on_ddl();
