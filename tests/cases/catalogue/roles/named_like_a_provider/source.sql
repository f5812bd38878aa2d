CREATE ROLE azure_sync;
CREATE TABLE t (id int);
GRANT SELECT ON t TO azure_sync;
