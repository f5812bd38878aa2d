-- As DETACH PARTITION ... CONCURRENTLY leaves it until all older transactions have ended.
SET LOCAL allow_system_table_mods = on;
UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'events_b'::regclass;
