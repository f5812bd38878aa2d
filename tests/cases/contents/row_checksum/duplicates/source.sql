INSERT INTO notes VALUES ('a'), ('b'), ('a'), ('a'), (NULL), (NULL);
