CREATE TABLE events (id integer);
INSERT INTO events VALUES (1), (11);
