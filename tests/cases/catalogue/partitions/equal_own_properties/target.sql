ALTER TABLE t_old ADD CONSTRAINT t_id_fkey1 CHECK (id > 0);
ALTER TABLE t DROP CONSTRAINT t_id_fkey;
ALTER TABLE t ADD CONSTRAINT t_id_fkey FOREIGN KEY (id) REFERENCES parent;
ALTER TABLE ONLY s_all DISABLE TRIGGER ALL;
UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 't_new'::regclass;
