CREATE TABLE t (id serial);
INSERT INTO t VALUES (3);
SELECT setval('t_id_seq', 3);
