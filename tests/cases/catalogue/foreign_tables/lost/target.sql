CREATE TABLE remote (id int NOT NULL, word text);
