ALTER DATABASE gate_case SET work_mem = '1MB';
