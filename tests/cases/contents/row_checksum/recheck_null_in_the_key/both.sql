CREATE TABLE notes (a integer, v text);
INSERT INTO notes VALUES (1, 'x'), (NULL, 'x');
