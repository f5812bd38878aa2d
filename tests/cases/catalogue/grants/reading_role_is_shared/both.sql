CREATE ROLE gonogo_reader;
CREATE ROLE owning_reader;
CREATE ROLE app IN ROLE gonogo_reader;
CREATE TABLE t (id int);
CREATE TABLE u (id int);
