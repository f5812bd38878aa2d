-- Children hold the keys of their parents again, and references that nobody enforces.
CREATE SCHEMA inheritance;
SET search_path = inheritance;
CREATE TABLE teams (no int PRIMARY KEY);
CREATE TABLE games (no int PRIMARY KEY, team int REFERENCES teams);
CREATE TABLE games_of_old () INHERITS (games);
INSERT INTO teams VALUES (1);
INSERT INTO games VALUES (1, 1);
INSERT INTO games_of_old VALUES (1, 77);
