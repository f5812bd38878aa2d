CREATE TABLE scopes (id int);
CREATE SEQUENCE numbers;
