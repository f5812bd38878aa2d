SET application_name = 'gonogo api';
INSERT INTO t VALUES (1);
