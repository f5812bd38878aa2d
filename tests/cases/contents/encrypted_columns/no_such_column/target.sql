CREATE TABLE tokens (id int);
