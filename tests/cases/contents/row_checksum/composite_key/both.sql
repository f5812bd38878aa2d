CREATE TABLE lines (a integer, v text, z integer, PRIMARY KEY (z, a));
INSERT INTO lines VALUES (1, 'x', 1), (2, 'x', 1), (1, 'x', 2);
