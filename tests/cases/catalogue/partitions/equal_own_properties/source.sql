CREATE TABLE other (id int);
ALTER TABLE t_old ADD CONSTRAINT t_id_fkey1 CHECK (id > 0);
