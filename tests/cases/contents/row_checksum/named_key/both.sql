CREATE TABLE notes (a integer, b integer, v text);
INSERT INTO notes VALUES (1, 1, 'x'), (1, 2, 'x');
CREATE TABLE log (a integer, v text);
INSERT INTO log VALUES (1, 'x'), (NULL, 'x');
