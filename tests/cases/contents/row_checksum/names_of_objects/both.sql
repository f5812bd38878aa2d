CREATE SCHEMA app;
CREATE TABLE app.items (id int);
CREATE TYPE app.kind AS ENUM ('a');
CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (id int PRIMARY KEY, c regclass, y regtype, p regproc, pr regprocedure, o regoper, op regoperator);
INSERT INTO t VALUES (1, 'app.items', 'app.kind', 'app.f', 'app.f(int)', '||/', '+(int,int)'), (2, NULL, NULL, NULL, NULL, NULL, NULL);
