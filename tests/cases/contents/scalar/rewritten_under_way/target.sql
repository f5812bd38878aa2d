CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE members (id integer PRIMARY KEY, team integer);
INSERT INTO members VALUES (1, 9);
