INSERT INTO events SELECT i, '2026-05-05', 'target' FROM generate_series(1, 100) AS i;
INSERT INTO only_target VALUES (1);
INSERT INTO "some" VALUES (2);
