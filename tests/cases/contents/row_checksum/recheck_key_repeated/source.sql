INSERT INTO notes VALUES (1, 'x'), (2, 'x'), (1, 'x');
INSERT INTO log VALUES (1, 'y'), (1, 'x');
