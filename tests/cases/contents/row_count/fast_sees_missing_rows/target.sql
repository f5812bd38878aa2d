CREATE TABLE users AS SELECT generate_series(1, 5) AS id;
INSERT INTO events VALUES (1);
ANALYZE users, events_a, events_b;
SELECT pg_stat_force_next_flush();
