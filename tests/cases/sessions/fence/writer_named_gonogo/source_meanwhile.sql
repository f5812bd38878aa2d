SET TRANSACTION READ WRITE;
SET application_name = 'gonogo api #0123456789abcdef';
INSERT INTO t VALUES (1);
