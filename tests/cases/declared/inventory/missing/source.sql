CREATE TABLE users (id integer);
CREATE TABLE items (id integer);
