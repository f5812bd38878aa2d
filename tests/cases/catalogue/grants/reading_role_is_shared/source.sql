GRANT SELECT ON t TO gonogo_reader, owning_reader;
