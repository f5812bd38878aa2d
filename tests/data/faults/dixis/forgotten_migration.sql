-- A migration of the folder isn't in Prisma's table.
-- when: after schema, phase verify
-- red: migration_history, applied_migrations
DELETE FROM _prisma_migrations WHERE migration_name = '20250304083000_orders_carrier_index';
