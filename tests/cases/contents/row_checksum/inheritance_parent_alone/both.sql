CREATE TABLE events (id integer PRIMARY KEY, v text);
CREATE TABLE events_archive () INHERITS (events);
INSERT INTO events VALUES (1, 'a'), (2, 'b');
INSERT INTO events_archive VALUES (3, 'c'), (4, 'd');
