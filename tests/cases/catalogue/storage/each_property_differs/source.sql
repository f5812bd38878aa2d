CREATE TABLE t (id int, v text) WITH (fillfactor = 70, autovacuum_enabled = off, toast.vacuum_truncate = off,
                                     toast.autovacuum_enabled = off);
ALTER TABLE t REPLICA IDENTITY FULL;
