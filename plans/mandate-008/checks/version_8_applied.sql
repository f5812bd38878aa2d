-- Migration 008 where it was applied already, or anything after it.
-- Returns: migration_version, migration_name: no row before the migration.
SELECT l.migration_version, l.migration_name
FROM public.migration_log AS l
WHERE l.migration_version >= 8
ORDER BY l.migration_version;
