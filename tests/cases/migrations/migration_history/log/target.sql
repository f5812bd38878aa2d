CREATE TABLE migration_log (migration_version int, status text, at timestamptz);
INSERT INTO migration_log VALUES (7, 'completed', now()), (8, 'completed', now());
