CREATE SEQUENCE numbers;
CREATE TABLE t (id int DEFAULT nextval('numbers'), small serial);
ALTER SEQUENCE t_small_seq MAXVALUE 10;
SELECT setval('numbers', 2147483647), setval('t_small_seq', 10);
-- The limit is that of the column's type, whatever it is called.
CREATE DOMAIN place AS smallint;
CREATE DOMAIN rank AS place CHECK (VALUE <> 0);
CREATE SEQUENCE up;
CREATE SEQUENCE down INCREMENT -1;
CREATE SEQUENCE far_down INCREMENT -1;
CREATE SEQUENCE nine MAXVALUE 9;
CREATE SEQUENCE nine_down INCREMENT -1 MINVALUE -9;
CREATE TABLE narrow (rises rank DEFAULT nextval('up'), falls smallint DEFAULT nextval('down'),
                     falls_far int DEFAULT nextval('far_down'), code text DEFAULT 'U' || nextval('nine'),
                     code_falls text DEFAULT 'U' || nextval('nine_down'));
SELECT setval('up', 32767), setval('down', -32768), setval('far_down', -2147483648), setval('nine', 9),
       setval('nine_down', -9);
