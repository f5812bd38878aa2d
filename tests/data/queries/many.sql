SELECT n FROM generate_series(1, 1000000) AS n
