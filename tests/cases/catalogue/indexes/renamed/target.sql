CREATE SCHEMA issuer;
CREATE TABLE issuer.users (id int CONSTRAINT t_pkey PRIMARY KEY);
CREATE INDEX i ON issuer.users (id);
