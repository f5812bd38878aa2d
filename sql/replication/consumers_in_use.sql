-- The slots by which something reads the changes of this database now.
-- Returns: slot.
SELECT s.slot_name AS slot
FROM pg_catalog.pg_replication_slots AS s
WHERE s.active AND s.database = pg_catalog.current_database()
ORDER BY s.slot_name;
