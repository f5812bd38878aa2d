CREATE TABLE t (a int, b int, v varchar(9), r int4range,
                CONSTRAINT c CHECK (a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b')),
                CONSTRAINT x EXCLUDE USING gist (r WITH &&) WHERE (a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b')));
