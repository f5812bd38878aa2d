SELECT pg_create_physical_replication_slot('warehouse', true, true);
SELECT pg_create_physical_replication_slot('empty', false, true);
