CREATE SCHEMA issuer;
SET search_path = issuer;
CREATE TABLE "order" (id int PRIMARY KEY);
CREATE TABLE users (id int CONSTRAINT t_id_fkey REFERENCES "order");
