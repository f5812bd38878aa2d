CREATE DOMAIN label AS text;
CREATE TABLE people (id int, place text, name text NOT NULL, tags text[], about json, kind label, code char(3),
                     born date, photo bytea, PRIMARY KEY (id, place));
INSERT INTO people VALUES
  (1, 'a', 'plain', '{}', '{"a": "\u00e8"}', 'k', 'x', '2000-01-01', '\xe8'),
  (2, 'a', E'\xc3\xb2 \xe2\x82\xac \xf0\x9f\x98\x80', NULL, NULL, NULL, NULL, NULL, NULL),
  (3, 'b', E'cut off \xe2\x82', NULL, NULL, NULL, NULL, NULL, NULL),
  (4, E'\xe8', E'latin \xe8', E'{"\xff"}', NULL, E'\xc0\x80', NULL, NULL, NULL),
  (5, 'c', E'surrogate \xed\xa0\x80', NULL, E'{"a": "\xf4\x90\x80\x80"}', NULL, E'\xe9', NULL, NULL);
CREATE TABLE counts (n int);
ALTER TABLE people ADD dropped text, ADD after text;
ALTER TABLE people DROP dropped;
CREATE TABLE parts (name text) PARTITION BY LIST (name);
CREATE TABLE part PARTITION OF parts DEFAULT;
INSERT INTO parts VALUES (E'\xe8');
CREATE MATERIALIZED VIEW m AS SELECT name FROM parts;
-- A namesake, and a name that no plan can have.
CREATE SCHEMA other;
CREATE TABLE other.counts (words text);
INSERT INTO other.counts VALUES (E'\xe8');
DO $$ BEGIN EXECUTE format('CREATE TABLE %I (n text)', E'caf\xe8'); END $$;
-- Foreign partitions, whose rows are on another server, one of them with a name that no text can hold.
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE TABLE far (name text) PARTITION BY LIST (name);
CREATE FOREIGN TABLE part_of_far PARTITION OF far DEFAULT SERVER s;
CREATE TABLE farther (name text) PARTITION BY LIST (name);
DO $$ BEGIN EXECUTE format('CREATE FOREIGN TABLE %I PARTITION OF farther DEFAULT SERVER s', E'part\xe8'); END $$;
