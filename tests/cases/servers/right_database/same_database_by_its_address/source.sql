REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC;
ALTER DATABASE gate_case SET role = pg_signal_backend;
