INSERT INTO notes VALUES ('a'), ('a'), ('b');
