CREATE TABLE words (word text COLLATE "C");
INSERT INTO words VALUES ('Z'), ('z'), ('_'), ('ä'), ('B'), ('a');
