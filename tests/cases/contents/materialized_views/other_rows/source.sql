CREATE MATERIALIZED VIEW totals AS SELECT n, count(*) AS number, sum(id) AS total FROM t GROUP BY n;
CREATE MATERIALIZED VIEW words AS SELECT id, word, to_json(word) AS said FROM t;
