CREATE SEQUENCE numbers;
CREATE TABLE t (id int DEFAULT nextval('numbers'), small serial);
ALTER SEQUENCE t_small_seq MAXVALUE 10;
SELECT setval('numbers', 2147483647), setval('t_small_seq', 10);
