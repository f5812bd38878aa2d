CREATE ROLE reader;
CREATE ROLE app;
CREATE TABLE t (id int);
GRANT SELECT ON t TO reader, app;
