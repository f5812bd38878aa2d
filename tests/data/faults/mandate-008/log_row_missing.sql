-- red: migration_logged
-- The migration is done, and the log does not say so.
DELETE FROM public.migration_log WHERE migration_version = 8;
