CREATE TABLE t (id int PRIMARY KEY, word text, state varchar, place point, "time" timestamptz);
CREATE INDEX plain ON t (word);
CREATE UNIQUE INDEX "Odd USING Name" ON t (word COLLATE "C" DESC NULLS LAST) INCLUDE (state);
CREATE INDEX partial ON t (id) WHERE state IN ('a', 'b');
CREATE INDEX of_expression ON t (lower(word) text_pattern_ops) WITH (fillfactor = 70);
CREATE INDEX of_places ON t USING gist (place);
