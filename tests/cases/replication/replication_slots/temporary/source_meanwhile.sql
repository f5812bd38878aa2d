SELECT pg_create_physical_replication_slot('of_a_backup', true, true);
