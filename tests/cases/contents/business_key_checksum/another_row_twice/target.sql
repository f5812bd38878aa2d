INSERT INTO users VALUES ('bob');
