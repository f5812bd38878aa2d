CREATE TABLE scopes (id int);
