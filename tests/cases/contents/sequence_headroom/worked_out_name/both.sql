CREATE SEQUENCE numbers;
CREATE TABLE t (id int DEFAULT nextval('num' || 'bers'));
