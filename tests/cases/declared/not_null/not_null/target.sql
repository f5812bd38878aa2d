CREATE TABLE scopes (id int PRIMARY KEY, domain text NOT NULL, note text);
CREATE SCHEMA "Odd";
CREATE TABLE "Odd"."Names" ("a b" int NOT NULL);
ALTER TABLE scopes ADD CONSTRAINT late CHECK (domain <> '') NOT VALID;
