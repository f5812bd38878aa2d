INSERT INTO t SELECT g, '2026-01-01 07:00', 'v' FROM generate_series(1, 12) AS g;
INSERT INTO u TABLE t;
UPDATE u SET v = 'w' WHERE id = 4;
