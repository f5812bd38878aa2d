CREATE TABLE t (id serial, always bigint GENERATED ALWAYS AS IDENTITY);
CREATE SEQUENCE free;
CREATE SEQUENCE down INCREMENT -2;
SELECT setval('t_id_seq', 3), setval('t_always_seq', 3), setval('free', 8);
