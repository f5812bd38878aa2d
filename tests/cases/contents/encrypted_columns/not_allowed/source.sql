GRANT USAGE ON SCHEMA public TO pg_monitor;
ALTER DATABASE gate_case SET role = pg_monitor;
