CREATE TABLE t (id serial, n smallint);
CREATE SEQUENCE small AS smallint;
CREATE SEQUENCE falling INCREMENT -1 MINVALUE -100 MAXVALUE -1;
CREATE SEQUENCE round AS smallint CYCLE;
SELECT setval('round', 32000);
SELECT setval('falling', -50);
