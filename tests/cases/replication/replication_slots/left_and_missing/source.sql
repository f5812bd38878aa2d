SELECT pg_create_physical_replication_slot('left_over', true);
SELECT pg_create_physical_replication_slot('mover', true);
