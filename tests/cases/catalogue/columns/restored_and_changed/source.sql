CREATE TABLE t (a int, b int, v varchar(9), g boolean GENERATED ALWAYS AS (a BETWEEN 1 AND 9 AND b > 0 AND v IN ('a', 'b')) STORED,
                d boolean DEFAULT (4 BETWEEN 1 AND 9 AND 5 > 0 AND 'x'::varchar IN ('a', 'b')));
