CREATE TABLE child () INHERITS (base);
