CREATE SEQUENCE s AS int CYCLE;
CREATE TABLE u (id serial);
ALTER SEQUENCE wide_id_seq AS int;
