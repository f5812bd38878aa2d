CREATE TABLE unique_column (v text, a integer NOT NULL UNIQUE);
INSERT INTO unique_column VALUES ('x', 1), ('y', 2);
CREATE TABLE including (v text, a integer NOT NULL);
INSERT INTO including VALUES ('x', 1), ('y', 2);
CREATE UNIQUE INDEX ON including (a) INCLUDE (v);
CREATE TABLE narrowest (v text NOT NULL, a integer NOT NULL, UNIQUE (v, a), UNIQUE (a));
INSERT INTO narrowest VALUES ('x', 1), ('y', 2);
-- Indexes are found in the order in which they were made.
CREATE TABLE primary_at_last (u integer NOT NULL UNIQUE, v text, a integer NOT NULL);
ALTER TABLE primary_at_last ADD PRIMARY KEY (a);
INSERT INTO primary_at_last VALUES (5, 'x', 1), (6, 'y', 2);
CREATE TABLE first_by_name (u integer NOT NULL, v text, a integer NOT NULL);
CREATE UNIQUE INDEX unique_b ON first_by_name (u);
CREATE UNIQUE INDEX unique_a ON first_by_name (a);
INSERT INTO first_by_name VALUES (5, 'x', 1), (6, 'y', 2);
