SELECT pg_create_physical_replication_slot('left_over', true);
CREATE PUBLICATION analytics;
CREATE PUBLICATION mover;
CREATE SCHEMA pgcopydb;
CREATE TABLE awsdms_ddl_audit (id int);
