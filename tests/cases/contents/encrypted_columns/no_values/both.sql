CREATE TABLE tokens (id int, token text, kept text, written text);
INSERT INTO tokens VALUES (1);
