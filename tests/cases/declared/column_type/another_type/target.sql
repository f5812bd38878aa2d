CREATE SCHEMA issuer;
CREATE TYPE issuer.mood AS ENUM ('good', 'bad');
CREATE DOMAIN issuer.mail AS text;
CREATE TABLE issuer.types (
  i int, v varchar(20), c char, r bpchar, n numeric(10), f float(20), t timestamp(3), z timestamptz,
  s interval day to second(3), a varchar(5)[], m issuer.mood, d issuer.mail, b bit, "Odd.Name" "char"
);
ALTER TABLE issuer.types ADD gone int;
ALTER TABLE issuer.types DROP gone;
ALTER TABLE issuer.types ADD s2 interval day to second(3);
