-- The server's version; the migration needs 12, for generated columns.
-- Returns: version, as server_version_num has it: 120000 or more.
SELECT pg_catalog.current_setting('server_version_num')::integer AS version;
