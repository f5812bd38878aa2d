CREATE TABLE t (id int, b int, live boolean);
INSERT INTO t VALUES (1, 1, true), (1, 1, true), (2, 2, false), (2, 2, false), (3, 3, true);
CREATE INDEX seen ON t (id);
CREATE INDEX live_b ON t (b) WHERE live;
UPDATE pg_index SET indisunique = true WHERE indexrelid IN ('seen'::regclass, 'live_b'::regclass);
