CREATE ROLE reader;
CREATE TABLE t (id int, old int);
CREATE EXTENSION citext;
CREATE TABLE made (id int, old int);
CREATE TABLE given (id int);
