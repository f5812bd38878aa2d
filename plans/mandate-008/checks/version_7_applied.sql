-- The version that the migration starts from, which the log must end with.
-- Returns: version: 7; NULL where the log is empty.
SELECT pg_catalog.max(l.migration_version) AS version
FROM public.migration_log AS l
WHERE l.migration_version < 8;
