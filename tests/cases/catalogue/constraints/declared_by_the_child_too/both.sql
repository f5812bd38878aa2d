CREATE TABLE base (a int, CONSTRAINT positive CHECK (a > 0));
