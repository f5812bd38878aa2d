-- Versions before this migration that the log lacks.
-- Returns: migration_version: no row, before and after the migration.
SELECT v.migration_version
FROM pg_catalog.generate_series(1, 7) AS v (migration_version)
WHERE NOT EXISTS (SELECT FROM public.migration_log AS l
                  WHERE l.migration_version = v.migration_version)
ORDER BY v.migration_version;
