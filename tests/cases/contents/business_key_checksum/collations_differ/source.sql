CREATE TABLE words (word text COLLATE "de-x-icu");
INSERT INTO words VALUES ('a'), ('B'), ('ä'), ('_'), ('z'), ('Z');
