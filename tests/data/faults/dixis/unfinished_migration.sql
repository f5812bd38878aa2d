-- The last migration didn't finish.
-- when: after schema, phase verify
-- red: migration_history, unclean_migrations, applied_migrations
UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0
 WHERE migration_name = '20250304084500_validate_shipping';
