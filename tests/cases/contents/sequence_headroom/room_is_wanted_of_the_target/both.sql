CREATE SEQUENCE numbers START 1000;
CREATE TABLE t (code text DEFAULT 'U' || nextval('numbers'));
INSERT INTO t VALUES ('U3000');
