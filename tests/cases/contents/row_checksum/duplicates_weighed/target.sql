INSERT INTO flags VALUES (1), (2), (2);
INSERT INTO texts VALUES ('a'), ('b'), ('b');
