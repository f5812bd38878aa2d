CREATE SCHEMA issuer;
CREATE SCHEMA wallet;
CREATE TYPE issuer.role AS ENUM ('a', 'b');
