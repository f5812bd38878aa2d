ALTER DATABASE gate_case SET enable_bitmapscan = off;
ALTER DATABASE gate_case SET enable_indexscan = off;
