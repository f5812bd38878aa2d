CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE SEQUENCE numbers;
-- Tables of every kind, and one of the same name that is another.
CREATE SCHEMA twin;
CREATE TABLE twin.t (of_twin int);
CREATE TABLE p (id int) PARTITION BY LIST (id);
CREATE VIEW v AS SELECT 1 AS id;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
