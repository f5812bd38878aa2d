CREATE SEQUENCE numbers;
CREATE SEQUENCE "Odd ""one""";
CREATE SEQUENCE shards;
CREATE TABLE t (code text DEFAULT 'INV-' || nextval('numbers'),
                padded varchar(9) DEFAULT to_char(nextval('"Odd ""one"""'), 'FM00000'),
                sharded bigint DEFAULT nextval('shards') * 1024 + 7);
INSERT INTO t VALUES (DEFAULT, DEFAULT, DEFAULT), (DEFAULT, DEFAULT, DEFAULT);
