-- red: migration_logged
-- The migration is done, but isn't in the log.
DELETE FROM public.migration_log WHERE migration_version = 8;
