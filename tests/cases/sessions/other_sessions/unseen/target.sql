CREATE ROLE nobody;
ALTER DATABASE gate_case SET role = nobody;
