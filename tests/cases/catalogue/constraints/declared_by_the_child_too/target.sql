CREATE TABLE child () INHERITS (base);
CREATE TABLE p_rest (id int CONSTRAINT positive CHECK (id > 0));
