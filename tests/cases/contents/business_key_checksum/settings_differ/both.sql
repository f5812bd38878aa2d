CREATE TABLE events (at timestamptz, size float8, bytes bytea, age interval, day date);
INSERT INTO events
VALUES ('2026-07-01 12:00Z', 0.1::float8 + 0.2, '\x00ff', '1 mon 2 days', '2026-07-01');
