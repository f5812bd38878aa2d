CREATE TABLE was_table (id integer);
