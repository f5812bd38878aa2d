INSERT INTO pages SELECT n, 'new ' || n, repeat(md5(n::text), 400) FROM generate_series(1, 3) AS n;
