CREATE TABLE users (id integer PRIMARY KEY, email text);
CREATE TABLE notes (note text);
CREATE TABLE emptied (id integer);
