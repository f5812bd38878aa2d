CREATE TABLE parent (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE t (id int, a int, b int, self int, UNIQUE (id));
INSERT INTO parent VALUES (1, 1);
INSERT INTO t VALUES (1, 1, 1, 1), (2, 1, NULL, NULL), (3, NULL, NULL, 1);
SET session_replication_role = replica;
DELETE FROM t WHERE id = 3;
ALTER TABLE t ADD CONSTRAINT whole FOREIGN KEY (a, b) REFERENCES parent MATCH FULL NOT VALID;
