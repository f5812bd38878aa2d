CREATE ROLE reader;
ALTER DATABASE gate_case SET role = reader;
