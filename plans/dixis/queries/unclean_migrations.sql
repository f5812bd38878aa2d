-- Migrations that did not simply go through: unfinished, rolled back, or with something to say. One
-- that an operator resolved by hand stays one of them: here the way back is the backup.
-- Returns: migration_name, finished_at, rolled_back_at and the first line of logs of each.
SELECT migration_name,
       finished_at,
       rolled_back_at,
       split_part(logs, E'\n', 1) AS logs
  FROM public._prisma_migrations
 WHERE finished_at IS NULL OR rolled_back_at IS NOT NULL OR coalesce(logs, '') <> ''
 ORDER BY started_at, id
