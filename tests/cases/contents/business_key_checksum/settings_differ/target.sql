ALTER DATABASE gate_case SET extra_float_digits = -3;
ALTER DATABASE gate_case SET bytea_output = 'escape';
