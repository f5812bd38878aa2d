CREATE TABLE parent (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE t (id int, a int, b int, self int, UNIQUE (id));
INSERT INTO parent VALUES (1, 1);
INSERT INTO t VALUES (1, 1, 1, 1), (2, 1, NULL, NULL), (3, NULL, NULL, 1);
ALTER TABLE t ADD CONSTRAINT simple FOREIGN KEY (a, b) REFERENCES parent;
ALTER TABLE t ADD CONSTRAINT myself FOREIGN KEY (self) REFERENCES t (id);
