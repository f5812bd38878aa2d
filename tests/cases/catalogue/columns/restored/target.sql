CREATE TABLE t (a int, b int, v varchar(9), g boolean GENERATED ALWAYS AS (a >= 1 AND a <= 9 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text])) STORED,
                d boolean DEFAULT (4 >= 1 AND 4 <= 9 AND 5 > 0 AND 'x'::varchar::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text])));
