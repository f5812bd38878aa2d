CREATE ROLE reader;
CREATE ROLE app LOGIN CONNECTION LIMIT 5;
GRANT reader TO app;
ALTER ROLE app IN DATABASE gate_case SET search_path = public;
CREATE TABLE t (id int);
GRANT SELECT ON t TO reader;
CREATE ROLE of_another_database;
CREATE ROLE other;
