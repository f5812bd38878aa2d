-- Whether any session holds the given advisory lock in this database.
-- $1 text: the lock's number (64 bits).
-- Returns: seen.
SELECT pg_catalog.count(*) > 0 AS seen
FROM pg_catalog.pg_locks AS l
JOIN pg_catalog.pg_database AS d ON d.oid = l.database
WHERE l.locktype = 'advisory'
  AND d.datname = pg_catalog.current_database()
  AND l.objsubid = 1
  AND (l.classid::bigint << 32) | l.objid::bigint = $1::bigint
ORDER BY seen;
