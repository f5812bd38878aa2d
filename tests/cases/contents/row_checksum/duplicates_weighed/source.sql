INSERT INTO flags VALUES (1), (1), (2);
INSERT INTO texts VALUES ('a'), ('a'), ('b');
