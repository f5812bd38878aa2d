CREATE TABLE t (id int);
CREATE INDEX one_null ON t (id);
INSERT INTO t VALUES (NULL), (NULL), (1);
UPDATE pg_index SET indisunique = true, indnullsnotdistinct = true WHERE indexrelid = 'one_null'::regclass;
