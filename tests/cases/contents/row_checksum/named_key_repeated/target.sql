INSERT INTO notes VALUES (1, 'y'), (1, 'x'), (1, 'x');
INSERT INTO log VALUES (1, 'z'), (1, 'x');
INSERT INTO fewer VALUES (1, 'y'), (1, 'x');
