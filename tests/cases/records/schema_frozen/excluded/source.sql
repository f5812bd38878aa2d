CREATE SCHEMA scratch;
CREATE TABLE scratch.t (id int);
