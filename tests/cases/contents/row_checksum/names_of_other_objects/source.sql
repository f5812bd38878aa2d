INSERT INTO t VALUES (1, 'app.items');
ALTER DATABASE gate_case SET search_path = app;
