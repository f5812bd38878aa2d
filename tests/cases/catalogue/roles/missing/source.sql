CREATE ROLE reader;
CREATE ROLE app;
CREATE TABLE t (id int);
GRANT SELECT ON t TO reader, app;
CREATE ROLE tuned;
ALTER ROLE tuned IN DATABASE gate_case SET work_mem = '16MB';
CREATE ROLE connector;
GRANT CONNECT ON DATABASE gate_case TO connector;
