CREATE TABLE child () INHERITS (base, other);
