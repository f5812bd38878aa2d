CREATE SEQUENCE numbers;
CREATE TABLE t (id text DEFAULT 'INV-' || nextval('numbers'));
