CREATE MATERIALIZED VIEW words AS SELECT id, word, now() AS refreshed FROM t;
