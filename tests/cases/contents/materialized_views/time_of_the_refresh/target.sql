SELECT pg_sleep(0.01);
CREATE MATERIALIZED VIEW words AS SELECT id, word, now() AS refreshed, random() AS luck FROM t;
