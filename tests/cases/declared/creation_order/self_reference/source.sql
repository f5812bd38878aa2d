CREATE TABLE comments (id integer PRIMARY KEY, parent integer REFERENCES comments);
