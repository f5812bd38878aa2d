CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TABLE app.t (id integer PRIMARY KEY, v text);
INSERT INTO app.t VALUES (1, 'x'), (2, 'y'), (3, 'z');
CREATE TABLE other.t (code text PRIMARY KEY, n integer);
INSERT INTO other.t VALUES ('a', 1);
-- Nobody asks for this one.
CREATE TABLE t (a integer PRIMARY KEY);
INSERT INTO t VALUES (7);
