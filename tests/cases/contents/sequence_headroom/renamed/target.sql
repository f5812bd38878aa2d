CREATE SCHEMA issuer;
CREATE TABLE issuer.users (id serial);
INSERT INTO issuer.users VALUES (3);
