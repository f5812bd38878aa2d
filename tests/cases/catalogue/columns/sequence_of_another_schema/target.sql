CREATE TABLE t (id int DEFAULT nextval('other.numbers'));
