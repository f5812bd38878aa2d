CREATE TABLE t (id int);
CREATE PUBLICATION realtime FOR TABLE t;
SELECT pg_create_physical_replication_slot('standby');
CREATE TABLE dms_documents (id int);
