CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TABLE app.items (id int);
CREATE TABLE other.items (id int);
CREATE TABLE t (id int PRIMARY KEY, c regclass);
