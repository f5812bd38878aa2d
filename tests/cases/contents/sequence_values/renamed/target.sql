CREATE SCHEMA issuer;
CREATE TABLE issuer.t (id serial);
CREATE SEQUENCE issuer."Odd ""one""";
