CREATE TABLE t (id int CONSTRAINT lost CHECK (id > 0));
