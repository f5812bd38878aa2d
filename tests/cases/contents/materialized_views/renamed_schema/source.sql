CREATE TABLE t (id int PRIMARY KEY, n int, word text);
INSERT INTO t SELECT i, i % 3, 'w' || i FROM generate_series(1, 30) AS i;
CREATE MATERIALIZED VIEW totals AS SELECT n, count(*) AS number, sum(id) AS total FROM t GROUP BY n;
CREATE MATERIALIZED VIEW words AS SELECT id, word, to_json(word) AS said FROM t;
