CREATE SEQUENCE numbers;
CREATE SEQUENCE nine MAXVALUE 9;
CREATE SEQUENCE shards;
CREATE FUNCTION marked() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
CREATE TABLE t (code text DEFAULT 'U' || nextval('numbers'), few char(4) DEFAULT lpad(nextval('nine')::text, 3, '0'),
                sharded bigint DEFAULT nextval('shards') * 1024 + 7, of_a_function text DEFAULT marked());
INSERT INTO t VALUES (DEFAULT, '008', DEFAULT), (DEFAULT, '007', DEFAULT);
SELECT setval('nine', 8);
