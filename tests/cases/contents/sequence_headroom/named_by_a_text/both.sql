CREATE SEQUENCE numbers;
CREATE SEQUENCE numbers2;
CREATE TABLE t (id int DEFAULT nextval('public.numbers'::text), other bigint DEFAULT nextval(('numbers2'::text)::regclass));
INSERT INTO t VALUES (4, 4);
