-- A migration failed at first, and somebody marked it as rolled back before applying it.
-- when: after schema, phase verify
-- red: unclean_migrations
INSERT INTO _prisma_migrations (id, checksum, migration_name, rolled_back_at, started_at)
SELECT '00000000-0000-4000-8000-0000000000ff', checksum, migration_name, started_at, started_at - interval '1 hour'
  FROM _prisma_migrations
 WHERE migration_name = '20250304081500_payouts_and_shipping';
