CREATE TABLE t (id serial);
INSERT INTO t VALUES (7);
SELECT setval('t_id_seq', 2);
