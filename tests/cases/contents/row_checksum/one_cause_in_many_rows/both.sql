CREATE TABLE t (id int PRIMARY KEY, at timestamp, v text);
CREATE TABLE u (id int PRIMARY KEY, at timestamp, v text);
