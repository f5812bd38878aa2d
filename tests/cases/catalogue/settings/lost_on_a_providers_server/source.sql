ALTER DATABASE gate_case SET search_path = app, public;
