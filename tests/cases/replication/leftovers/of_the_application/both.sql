CREATE TABLE t (id int);
CREATE PUBLICATION realtime FOR TABLE t;
SELECT pg_create_physical_replication_slot('standby');
CREATE TABLE dms_documents (id int);
SELECT pg_replication_origin_create('feed');
CREATE SUBSCRIPTION reports CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false, slot_name = NONE);
