CREATE TABLE users AS SELECT generate_series(1, 7) AS id;
INSERT INTO events VALUES (1), (11), (12);
ANALYZE users, events_a, events_b;
