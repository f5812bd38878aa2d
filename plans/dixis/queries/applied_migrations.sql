-- How many migrations are applied, whole; one that was applied twice counts once.
-- Returns: applied.
SELECT count(DISTINCT migration_name) AS applied
  FROM public._prisma_migrations
 WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
 ORDER BY applied
