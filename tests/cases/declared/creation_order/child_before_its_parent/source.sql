CREATE TABLE events (id integer);
CREATE TABLE events_archive () INHERITS (events);
