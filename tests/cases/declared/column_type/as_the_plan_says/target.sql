CREATE SCHEMA issuer;
CREATE TYPE issuer.mood AS ENUM ('good', 'bad');
CREATE DOMAIN issuer.mail AS text;
CREATE TABLE issuer.types (
  i int, v varchar(20), c char, r bpchar, n numeric(10), f float(20), t timestamp(3), z timestamptz,
  s interval day to second(3), a varchar(5)[], m issuer.mood, d issuer.mail, b bit, "Odd.Name" "char", p numeric(12, 2)
);
CREATE VIEW issuer.seen AS SELECT i FROM issuer.types;
CREATE MATERIALIZED VIEW issuer.kept AS SELECT i FROM issuer.types;
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE issuer.far (i int) SERVER far;
