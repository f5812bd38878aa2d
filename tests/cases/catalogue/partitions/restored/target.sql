CREATE TABLE t (a int, b int, v varchar(9)) PARTITION BY RANGE ((CASE WHEN a >= 1 AND a <= 9 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text]) THEN 1 ELSE 2 END));
