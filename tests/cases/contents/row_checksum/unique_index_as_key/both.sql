CREATE TABLE unique_column (v text, a integer NOT NULL UNIQUE);
INSERT INTO unique_column VALUES ('x', 1), ('y', 2);
CREATE TABLE including (v text, a integer NOT NULL);
INSERT INTO including VALUES ('x', 1), ('y', 2);
CREATE UNIQUE INDEX ON including (a) INCLUDE (v);
CREATE TABLE narrowest (v text NOT NULL, a integer NOT NULL, UNIQUE (v, a), UNIQUE (a));
INSERT INTO narrowest VALUES ('x', 1), ('y', 2);
