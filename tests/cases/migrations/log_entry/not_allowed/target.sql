CREATE TABLE migration_log (version int, status text, at timestamptz);
INSERT INTO migration_log VALUES (8, 'completed', now());
ALTER DATABASE gate_case SET role = pg_monitor;
