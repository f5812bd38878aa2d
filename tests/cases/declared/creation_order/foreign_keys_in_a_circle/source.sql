CREATE TABLE users (id integer PRIMARY KEY, team integer);
CREATE TABLE teams (id integer PRIMARY KEY, owner integer REFERENCES users);
ALTER TABLE users ADD FOREIGN KEY (team) REFERENCES teams;
