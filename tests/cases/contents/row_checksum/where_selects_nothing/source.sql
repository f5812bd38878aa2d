INSERT INTO events SELECT i, '2026-05-05', 'source' FROM generate_series(1, 100) AS i;
INSERT INTO only_source VALUES (1);
INSERT INTO "some" VALUES (1), (2);
