CREATE TABLE tokens (id int, token text);
INSERT INTO tokens VALUES (1, 'deadBEEF00');
