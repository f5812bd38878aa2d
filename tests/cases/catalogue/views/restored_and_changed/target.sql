CREATE TABLE t (a int, b int, v varchar(9));
CREATE VIEW w AS SELECT a, (a >= 1 AND a <= 8 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text])) AS k FROM t WHERE a >= 1 AND a <= 8 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t WHERE a >= 1 AND a <= 8 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]);
