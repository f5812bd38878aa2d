CREATE TABLE users AS SELECT generate_series(1, 7) AS id;
INSERT INTO events VALUES (1), (11), (12);
ANALYZE users, events_a, events_b;
-- The statistics are to be there before anybody asks, and not a moment later.
SELECT pg_stat_force_next_flush();
