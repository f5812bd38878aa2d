CREATE TABLE tokens (id int, token text);
