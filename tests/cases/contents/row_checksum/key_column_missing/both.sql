CREATE TABLE lines (a integer, b integer, v text, PRIMARY KEY (a, b));
INSERT INTO lines VALUES (1, 1, 'x'), (1, 2, 'x');
CREATE TABLE changed (a integer, b integer, v text, PRIMARY KEY (a, b));
INSERT INTO changed VALUES (1, 1, 'x'), (1, 2, 'x');
