-- Writes the query for how many blocks of this database's files are in shared_buffers, main forks only.
-- Returns: statement, none without the extension pg_buffercache. It returns: tablespace, file, cached.
SELECT pg_catalog.format(
    'SELECT b.reltablespace AS tablespace, b.relfilenode AS file, pg_catalog.count(*) AS cached '
    'FROM %1$I.pg_buffercache AS b '
    'WHERE b.reldatabase OPERATOR(pg_catalog.=) %2$L::oid '
    'AND b.relforknumber OPERATOR(pg_catalog.=) 0 '
    'GROUP BY b.reltablespace, b.relfilenode ORDER BY b.reltablespace, b.relfilenode',
    n.nspname,
    (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = pg_catalog.current_database())) AS statement
FROM pg_catalog.pg_extension AS e
JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
WHERE e.extname = 'pg_buffercache';
