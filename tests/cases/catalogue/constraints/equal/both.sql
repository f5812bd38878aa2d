CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, parent int REFERENCES parent ON DELETE CASCADE DEFERRABLE,
                "order" int UNIQUE, span int4range, word varchar,
                CONSTRAINT words CHECK (word IN ('a', 'b''c,d')), CHECK (id > 0),
                EXCLUDE USING gist (span WITH &&));
-- Tables of every kind, and one of the same name that is another.
CREATE SCHEMA twin;
CREATE TABLE twin.t (of_twin int CONSTRAINT of_twin CHECK (of_twin > 0));
CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE f (id int CHECK (id > 0)) SERVER far;
