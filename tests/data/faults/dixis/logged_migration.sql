-- A migration is marked as finished, but has an error in its logs.
-- when: after schema, phase verify
-- red: unclean_migrations
UPDATE _prisma_migrations SET logs = 'No such table: farms'
 WHERE migration_name = '20250304081500_payouts_and_shipping';
