CREATE TABLE base (a int, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE p (id int CONSTRAINT positive CHECK (id > 0)) PARTITION BY LIST (id);
