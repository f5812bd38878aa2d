CREATE TABLE t (a int, b int, v varchar(9));
CREATE INDEX by_a ON t (a, (a >= 1 AND a <= 9 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]))) WHERE a >= 1 AND a <= 9 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]);
