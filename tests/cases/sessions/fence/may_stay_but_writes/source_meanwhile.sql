SET TRANSACTION READ WRITE;
SET application_name = 'worker';
INSERT INTO t VALUES (1);
