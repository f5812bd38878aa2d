CREATE TABLE t (id int) WITH (autovacuum_enabled = off);
INSERT INTO t VALUES (1);
