-- Writes the statement that compares the recorded version of each collation that this database uses
-- with the version of the library. Since PostgreSQL 15 it also compares the database's default
-- collation. A library without versions (musl, of Alpine) leaves the record empty, so an empty one
-- differs from a version, too: another library sorted the indexes. Locales of libc that need no
-- library, C, POSIX and C.UTF-8, have no version anywhere.
-- Returns: statement, which returns object, have, want (NULL: as it should be).
SELECT pg_catalog.format(
           'SELECT o.object, '
           'pg_catalog.format(''built with %%s, the library has %%s'', '
           'COALESCE(''version '' OPERATOR(pg_catalog.||) o.recorded, ''a library without versions''), '
           'COALESCE(o.actual, ''none'')) AS have, '
           'CASE WHEN COALESCE(o.recorded, '''') OPERATOR(pg_catalog.<>) COALESCE(o.actual, '''') '
           'AND NOT (o.provider OPERATOR(pg_catalog.=) ''c'' '
           'AND o.locale OPERATOR(pg_catalog.~*) ''^(c|posix)($|\.)'') '
           'THEN pg_catalog.concat(''the same version: REINDEX, then '', o.remedy) END AS want '
           'FROM (SELECT pg_catalog.format(''collation %%I.%%I'', n.nspname, k.collname) AS object, '
           'k.collversion AS recorded, pg_catalog.pg_collation_actual_version(k.oid) AS actual, '
           'k.collprovider AS provider, k.collcollate AS locale, '
           '''ALTER COLLATION ... REFRESH VERSION'' AS remedy '
           'FROM pg_catalog.pg_collation AS k '
           'JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) k.collnamespace '
           'WHERE k.collprovider OPERATOR(pg_catalog.<>) ''d'' '
           'AND (k.oid OPERATOR(pg_catalog.>=) 16384::oid '
           'OR EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.refobjid OPERATOR(pg_catalog.=) k.oid '
           'AND d.refclassid OPERATOR(pg_catalog.=) ''pg_catalog.pg_collation''::pg_catalog.regclass))%s) AS o%s ORDER BY 1',
           CASE WHEN v.records_databases THEN
               ' UNION ALL SELECT ''the database'', d.datcollversion, '
               'pg_catalog.pg_database_collation_actual_version(d.oid), d.datlocprovider, '
               'd.datcollate, ''ALTER DATABASE ... REFRESH COLLATION VERSION'' '
               'FROM pg_catalog.pg_database AS d WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()' END,
           CASE WHEN NOT v.records_databases THEN
               ' UNION ALL SELECT ''the database'', ''version unknown: not recorded before PostgreSQL '
               '15, so nobody can tell whether this library sorted the indexes; gate unique_keys '
               'with "side": "source" finds the keys that stand twice'', NULL' END) AS statement
FROM (SELECT pg_catalog.current_setting('server_version_num')::integer >= 150000) AS v (records_databases)
ORDER BY 1;
