-- Writes the statement that compares the recorded version of each collation that this database uses
-- with the version of the library. Since PostgreSQL 15 it also compares the database's default
-- collation.
-- Returns: statement, which returns object, have, want (NULL: as it should be).
SELECT 'SELECT pg_catalog.format(''collation %I.%I'', n.nspname, k.collname) AS object, '
       'pg_catalog.concat(''built with version '', k.collversion, '', the library has '', '
       'pg_catalog.pg_collation_actual_version(k.oid)) AS have, '
       'CASE WHEN k.collversion <> pg_catalog.pg_collation_actual_version(k.oid) '
       'THEN ''the same version: REINDEX, then ALTER COLLATION ... REFRESH VERSION'' END AS want '
       'FROM pg_catalog.pg_collation AS k '
       'JOIN pg_catalog.pg_namespace AS n ON n.oid = k.collnamespace '
       'WHERE k.oid >= 16384 '
       'OR EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.refobjid = k.oid '
       'AND d.refclassid = ''pg_catalog.pg_collation''::pg_catalog.regclass)'
       || CASE WHEN pg_catalog.current_setting('server_version_num')::integer >= 150000 THEN
       ' UNION ALL SELECT ''the database'', '
       'pg_catalog.concat(''built with version '', COALESCE(d.datcollversion, ''none''), '
       ''', the library has '', COALESCE(pg_catalog.pg_database_collation_actual_version(d.oid), '
       '''none'')), '
       'CASE WHEN d.datcollversion <> pg_catalog.pg_database_collation_actual_version(d.oid) '
       'THEN ''the same version: REINDEX, then ALTER DATABASE ... REFRESH COLLATION VERSION'' END '
       'FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database()'
       ELSE ' UNION ALL SELECT ''the database'', ''version unknown: not recorded before PostgreSQL 15'', NULL'
       END || ' ORDER BY 1' AS statement
ORDER BY 1;
