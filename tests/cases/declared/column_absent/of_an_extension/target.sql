CREATE EXTENSION pg_stat_statements;
CREATE TABLE scopes (id int);
