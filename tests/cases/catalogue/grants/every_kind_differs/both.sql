CREATE ROLE reader;
CREATE ROLE writer;
CREATE FOREIGN DATA WRAPPER wrapper;
CREATE SERVER server FOREIGN DATA WRAPPER wrapper;
CREATE TRUSTED LANGUAGE mine HANDLER plpgsql_call_handler;
CREATE TABLE t (id int);
CREATE FOREIGN TABLE f (id int) SERVER server;
SELECT lo_create(n) FROM (VALUES (101), (102)) AS v (n);
CREATE EXTENSION pg_stat_statements;
