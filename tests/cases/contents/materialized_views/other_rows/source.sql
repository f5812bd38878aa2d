CREATE MATERIALIZED VIEW totals AS SELECT n, count(*) AS number, sum(id) AS total FROM t GROUP BY n;
CREATE MATERIALIZED VIEW words AS SELECT id, word, to_json(word) AS said FROM t;
INSERT INTO of_one_side VALUES ('source');
CREATE MATERIALIZED VIEW of_extension AS SELECT side FROM of_one_side;
ALTER EXTENSION plpgsql ADD MATERIALIZED VIEW of_extension;
DELETE FROM of_one_side;
