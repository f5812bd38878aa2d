CREATE TABLE t (a int, b int, v varchar(9), r int4range,
                CONSTRAINT c CHECK (a >= 1 AND a <= 8 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text])),
                CONSTRAINT x EXCLUDE USING gist (r WITH &&) WHERE (a >= 1 AND a <= 8 AND b > 0 AND v::text = ANY (ARRAY['a'::varchar::text, 'b'::varchar::text])));
