UPDATE t SET word = 'x' WHERE id = 5;
CREATE MATERIALIZED VIEW words AS SELECT id, word, now() AS refreshed FROM t;
UPDATE t SET word = 'w5' WHERE id = 5;
