CREATE TABLE events (id integer) PARTITION BY RANGE (id);
