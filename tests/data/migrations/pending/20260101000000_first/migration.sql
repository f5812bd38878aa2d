CREATE TABLE a (id int, at timestamp);
DROP TABLE old;
