ALTER DATABASE gate_case SET work_mem = '32MB';
ALTER DATABASE gate_case SET effective_cache_size = '2GB';
