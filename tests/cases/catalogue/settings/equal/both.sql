ALTER DATABASE gate_case SET timezone = 'Europe/Athens';
