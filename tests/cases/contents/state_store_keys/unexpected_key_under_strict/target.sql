INSERT INTO store VALUES ('new', '{}', '2026-01-01');
