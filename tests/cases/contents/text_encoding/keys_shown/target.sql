CREATE DOMAIN label AS text;
CREATE TABLE people (id int, place text, name text NOT NULL, tags text[], about json, kind label, code char(3),
                     born date, photo bytea, PRIMARY KEY (id, place));
CREATE TABLE counts (n int);
CREATE TABLE keyless (name text);
