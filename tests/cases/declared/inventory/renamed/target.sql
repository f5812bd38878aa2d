CREATE SCHEMA issuer;
CREATE TABLE issuer."Weird.Name" (id integer);
