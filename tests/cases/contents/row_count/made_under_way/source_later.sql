CREATE TABLE late (id integer);
CREATE SCHEMA later;
CREATE TABLE later.t (id integer);
