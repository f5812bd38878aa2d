CREATE TABLE child () INHERITS (other, base);
