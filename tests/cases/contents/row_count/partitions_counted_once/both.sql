CREATE TABLE events (id integer) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_b PARTITION OF events FOR VALUES FROM (10) TO (20);
CREATE TABLE events_c PARTITION OF events FOR VALUES FROM (20) TO (40) PARTITION BY RANGE (id);
CREATE TABLE events_c1 PARTITION OF events_c FOR VALUES FROM (20) TO (40);
INSERT INTO events VALUES (1), (11), (12), (21);
-- A namesake.
CREATE SCHEMA another;
CREATE TABLE another.events (id integer);
CREATE TABLE users AS SELECT generate_series(1, 7) AS id;
