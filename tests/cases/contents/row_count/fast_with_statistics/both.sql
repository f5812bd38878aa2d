CREATE TABLE users AS SELECT generate_series(1, 5) AS id;
CREATE TABLE events (id integer) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_b PARTITION OF events FOR VALUES FROM (10) TO (20);
INSERT INTO events VALUES (1), (11), (12);
CREATE TABLE empty (id integer);
ANALYZE users, events_a, events_b, empty;
-- The statistics are to be there before anybody asks, and not a moment later.
SELECT pg_stat_force_next_flush();
