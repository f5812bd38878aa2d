CREATE TABLE child (CONSTRAINT positive CHECK (a > 0)) INHERITS (base);
