ALTER TABLE u OWNER TO owning_reader;
