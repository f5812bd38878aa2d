CREATE SCHEMA things;
CREATE TABLE things.made (id int);
CREATE EXTENSION pg_trgm SCHEMA things;
ALTER EXTENSION pg_trgm ADD TABLE things.made;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
