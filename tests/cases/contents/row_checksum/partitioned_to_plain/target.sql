CREATE TABLE events (id integer PRIMARY KEY, v text, at timestamptz);
INSERT INTO events VALUES (12, 'd', NULL), (11, 'c', NULL), (2, 'b', '2021-06-01 12:00Z'), (1, 'a', NULL);
CREATE TABLE log (id integer) PARTITION BY LIST (id);
CREATE TABLE log_1 PARTITION OF log FOR VALUES IN (1);
CREATE TABLE log_rest PARTITION OF log DEFAULT;
INSERT INTO log VALUES (NULL), (2), (1);
