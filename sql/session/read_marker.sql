-- Whether any session holds the given advisory lock in this database.
-- $1 text: the lock's number (64 bits).
-- Wholly qualified: it means the same whatever search_path is.
-- Returns: seen.
SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 0 AS seen
FROM pg_catalog.pg_locks AS l
JOIN pg_catalog.pg_database AS d ON d.oid OPERATOR(pg_catalog.=) l.database
WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory'::pg_catalog.text
  AND d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
  AND l.objsubid OPERATOR(pg_catalog.=) 1::smallint
  AND l.classid::bigint OPERATOR(pg_catalog.<<) 32 OPERATOR(pg_catalog.|) l.objid::bigint
      OPERATOR(pg_catalog.=) $1::bigint
ORDER BY seen;
