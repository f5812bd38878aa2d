ALTER DATABASE gate_case SET role = pg_monitor;
