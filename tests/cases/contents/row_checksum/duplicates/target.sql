INSERT INTO notes VALUES (NULL), ('a'), ('a'), ('b'), (NULL), ('a');
