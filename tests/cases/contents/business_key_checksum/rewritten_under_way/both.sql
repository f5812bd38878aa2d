CREATE TABLE users (id integer PRIMARY KEY, name text NOT NULL, at integer REFERENCES users);
INSERT INTO users SELECT i, 'enc:ab', 1 FROM generate_series(1, 500) AS i;
CREATE TABLE other (id integer PRIMARY KEY, name text NOT NULL, at integer REFERENCES other);
INSERT INTO other SELECT i, 'enc:ab', 1 FROM generate_series(1, 5) AS i;
