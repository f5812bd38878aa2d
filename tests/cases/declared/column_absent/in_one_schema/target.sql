CREATE TABLE scopes (domain_id int);
CREATE SCHEMA empty;
CREATE SCHEMA issuer;
CREATE TABLE issuer.offers (id int);
