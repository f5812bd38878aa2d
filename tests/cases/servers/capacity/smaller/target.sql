ALTER DATABASE gate_case SET work_mem = '1MB';
ALTER DATABASE gate_case SET effective_cache_size = '1GB';
