CREATE TABLE events (id integer, v text, at timestamptz, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE events_a PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_b (gone text, v text, id integer NOT NULL, at timestamptz);
ALTER TABLE events_b DROP COLUMN gone;
ALTER TABLE events ATTACH PARTITION events_b FOR VALUES FROM (10) TO (20);
INSERT INTO events VALUES (1, 'a', NULL), (2, 'b', '2021-06-01 12:00Z'), (11, 'c', NULL), (12, 'd', NULL);
