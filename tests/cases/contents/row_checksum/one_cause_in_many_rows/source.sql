INSERT INTO t SELECT g, '2026-01-01', 'v' FROM generate_series(1, 12) AS g;
INSERT INTO u TABLE t;
