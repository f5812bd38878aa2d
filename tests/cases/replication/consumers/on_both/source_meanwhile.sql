SELECT pg_create_physical_replication_slot('warehouse', true, true);
