INSERT INTO t VALUES (1, 'other.items');
ALTER DATABASE gate_case SET search_path = other;
