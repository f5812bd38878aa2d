-- Whether the current role may alter this database.
-- Returns: owns.
SELECT pg_catalog.pg_has_role(d.datdba, 'USAGE') AS owns
FROM pg_catalog.pg_database AS d
WHERE d.datname = pg_catalog.current_database()
ORDER BY 1;
