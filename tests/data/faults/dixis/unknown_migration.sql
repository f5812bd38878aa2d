-- Somebody applied a migration that isn't committed.
-- when: after schema, phase verify
-- red: migration_history, applied_migrations
INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
VALUES ('00000000-0000-4000-8000-0000000000fe', repeat('ab', 32), now(), '20250310120000_hotfix', 1);
