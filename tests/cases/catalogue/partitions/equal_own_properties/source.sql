CREATE TABLE other (id int);
ALTER TABLE t_old ADD CONSTRAINT t_id_fkey1 CHECK (id > 0);
UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 't_new'::regclass;
