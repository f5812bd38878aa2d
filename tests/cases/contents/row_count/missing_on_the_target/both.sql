CREATE TABLE gone (id integer);
CREATE TABLE users (id integer);
