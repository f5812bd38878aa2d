CREATE TYPE mood AS ENUM ('bad', 'ok', 'fine');

CREATE TABLE whole (a integer, b integer, note text, PRIMARY KEY (a, b));
INSERT INTO whole VALUES (1, 2, 'a'), (3, 3, 'a');
CREATE TABLE flags (a boolean, b boolean, note text, PRIMARY KEY (a, b));
INSERT INTO flags VALUES (true, false, 'a'), (true, true, 'a');
CREATE TABLE labels (a mood, b mood, note text, PRIMARY KEY (a, b));
INSERT INTO labels VALUES ('ok', 'fine', 'a'), ('ok', 'bad', 'a');
CREATE TABLE amounts (a numeric(12,2), b numeric(12,2), note text, PRIMARY KEY (a, b));
INSERT INTO amounts VALUES (5, 50000, 'a'), (1, 1, 'a');
CREATE TABLE key_and_value (id integer PRIMARY KEY, v integer);
INSERT INTO key_and_value VALUES (1, 2), (3, 3);
