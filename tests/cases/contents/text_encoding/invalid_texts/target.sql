CREATE DOMAIN label AS text;
CREATE TABLE people (id int, place text, name text NOT NULL, tags text[], about json, kind label, code char(3),
                     born date, photo bytea, PRIMARY KEY (id, place));
CREATE TABLE counts (n int);
ALTER TABLE people ADD after text;
CREATE TABLE parts (name text);
CREATE MATERIALIZED VIEW m AS SELECT name FROM parts;
CREATE TABLE far (name text);
CREATE TABLE farther (name text);
