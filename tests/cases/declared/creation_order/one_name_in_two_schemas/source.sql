CREATE SCHEMA issuer;
CREATE SCHEMA wallet;
CREATE TABLE issuer.users (id integer PRIMARY KEY);
CREATE TABLE wallet.users (id integer PRIMARY KEY);
CREATE TABLE wallet.claims (user_id integer REFERENCES wallet.users);
