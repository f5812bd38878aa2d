INSERT INTO notes VALUES ('b'), ('a');
