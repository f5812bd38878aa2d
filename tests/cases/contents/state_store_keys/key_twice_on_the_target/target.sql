-- As after a table without its primary key was loaded twice.
INSERT INTO store VALUES ('wallet', '{"stale": true}', '2026-01-01');
