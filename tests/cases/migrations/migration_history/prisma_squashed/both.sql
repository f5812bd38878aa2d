CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL, applied_steps_count int NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations (id, checksum, started_at, finished_at, migration_name, applied_steps_count) VALUES
  ('0', '7ac03cfa29c66746b66fd8fbb68639c7b14d8cab741a0b957185cf4493472b7a', '2026-02-01 10:00:00', '2026-02-01 10:00:01', '20260201000000_next', 1),
  ('1', 'c2de7559380e5ebf65caa7d59e166558e80243cf7e70006cc98d1593d94203c1', '2026-01-01 10:00:00', '2026-01-01 10:00:00', '20260101000000_squashed', 0),
  ('2', '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881', '2025-01-01 10:00:00', '2025-01-01 10:00:01', '20250101000000_old', 1);
