CREATE TABLE t (id integer PRIMARY KEY, code text); CREATE SEQUENCE s; CREATE TYPE pair AS (a integer, b integer);
