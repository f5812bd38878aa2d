GRANT SELECT ON t TO pg_monitor;
ALTER DATABASE gate_case SET role = pg_monitor;
