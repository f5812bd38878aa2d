-- The publications of another server to which this database subscribes.
-- Returns: name.
SELECT DISTINCT p.name COLLATE "C" AS name
FROM pg_catalog.pg_database AS d
JOIN (SELECT s.subdbid, s.subpublications FROM pg_catalog.pg_subscription AS s) AS s
     ON s.subdbid = d.oid
CROSS JOIN LATERAL pg_catalog.unnest(s.subpublications) AS p (name)
WHERE d.datname = pg_catalog.current_database()
ORDER BY 1;
