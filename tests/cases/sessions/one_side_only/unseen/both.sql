CREATE ROLE one_side_only_reader;
ALTER DATABASE gate_case SET role = one_side_only_reader;
