-- The slots by which the subscriptions of this database read their publishers.
-- Returns: slot.
SELECT s.subslotname AS slot
FROM pg_catalog.pg_subscription AS s
JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid
WHERE d.datname = pg_catalog.current_database() AND s.subslotname IS NOT NULL
ORDER BY s.subslotname;
