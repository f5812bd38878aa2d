CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, born date);
INSERT INTO users VALUES (1, 'a@example.org', '1990-01-01'), (2, 'b@example.org', NULL), (3, 'c@example.org', NULL);
CREATE TYPE odd AS ENUM (E'a\\', E'b\\''c', 'd');
CREATE TABLE labels (id integer PRIMARY KEY, v odd);
INSERT INTO labels VALUES (1, E'a\\'), (2, 'd');
CREATE TABLE keys (id text PRIMARY KEY);
INSERT INTO keys VALUES (E'a\\b'), ('c');
CREATE TABLE equal (id text PRIMARY KEY, v bytea, w odd);
INSERT INTO equal VALUES (E'a\\b', '\x00ff', E'b\\''c');
