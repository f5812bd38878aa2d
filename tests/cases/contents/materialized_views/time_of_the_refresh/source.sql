CREATE MATERIALIZED VIEW words AS SELECT id, word, now() AS refreshed, random() AS luck FROM t;
