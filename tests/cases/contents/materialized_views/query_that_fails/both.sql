CREATE TABLE t (id int PRIMARY KEY, n int, word text);
INSERT INTO t SELECT i, i % 3, 'w' || i FROM generate_series(1, 30) AS i;
CREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT t.word || $1 FROM public.t WHERE t.id = 1); END';
CREATE MATERIALIZED VIEW words AS SELECT id, f(word) AS both FROM t;
