SET LOCAL session_replication_role = replica;
INSERT INTO t VALUES (2, 8);
