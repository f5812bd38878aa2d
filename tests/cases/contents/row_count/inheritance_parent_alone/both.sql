CREATE TABLE events (id integer);
CREATE TABLE events_archive () INHERITS (events);
INSERT INTO events VALUES (1), (2);
INSERT INTO events_archive VALUES (3), (4), (5);
