CREATE TABLE t (id integer PRIMARY KEY, forth timestamptz, back timestamp, part date);
INSERT INTO t VALUES (1, '2026-05-01 12:00:00.000001-03', '2026-05-01 12:00:00', '2026-05-01'),
                     (2, NULL, NULL, NULL), (3, 'infinity', '-infinity', 'infinity');
