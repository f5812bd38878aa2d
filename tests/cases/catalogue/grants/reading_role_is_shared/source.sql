GRANT SELECT ON t TO gonogo_reader, owning_reader;
GRANT SELECT ON u TO writing_reader, counting_reader, column_reader;
