CREATE TABLE users (email text);
INSERT INTO users VALUES ('ada'), ('bob');
