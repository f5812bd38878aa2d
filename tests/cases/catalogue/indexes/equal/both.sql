CREATE TABLE t (id int PRIMARY KEY, word text, state varchar, place point, "time" timestamptz);
CREATE INDEX plain ON t (word);
CREATE UNIQUE INDEX "Odd USING Name" ON t (word COLLATE "C" DESC NULLS LAST) INCLUDE (state);
CREATE INDEX partial ON t (id) WHERE state IN ('a', 'b');
CREATE INDEX of_expression ON t (lower(word) text_pattern_ops) WITH (fillfactor = 70);
CREATE INDEX of_places ON t USING gist (place);
-- Tables of every kind, and one of the same name that is another.
CREATE SCHEMA twin;
CREATE TABLE twin.t (of_twin int PRIMARY KEY);
CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
CREATE INDEX of_view ON m (id);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER far FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE f (id int) SERVER far;
