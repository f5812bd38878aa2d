ALTER DATABASE gate_case SET bytea_output = 'escape';
