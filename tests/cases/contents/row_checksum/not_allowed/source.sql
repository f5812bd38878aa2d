GRANT SELECT ON users TO pg_monitor;
