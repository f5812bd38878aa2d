INSERT INTO store VALUES ('wallet', '{}', '2026-01-01');
