ALTER ROLE app SET work_mem = '32MB';
ALTER ROLE app IN DATABASE gate_case SET work_mem = '16MB';
GRANT SET ON PARAMETER log_statement TO app;
