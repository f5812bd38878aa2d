GRANT SELECT ON t, free TO pg_monitor;
ALTER DATABASE gate_case SET role = pg_monitor;
