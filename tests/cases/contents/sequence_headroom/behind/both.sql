CREATE SEQUENCE numbers;
CREATE SEQUENCE down INCREMENT -1;
CREATE TABLE t (id serial, always int GENERATED ALWAYS AS IDENTITY,
                unowned int DEFAULT nextval('numbers'), falls int DEFAULT nextval('down'));
INSERT INTO t OVERRIDING SYSTEM VALUE VALUES (7, 11, 4, -2);
