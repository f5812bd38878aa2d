CREATE TABLE users (id integer NOT NULL, name text) PARTITION BY RANGE (id);
CREATE TABLE users_1 PARTITION OF users FOR VALUES FROM (1) TO (100);
CREATE TABLE users_2 PARTITION OF users FOR VALUES FROM (100) TO (1000);
INSERT INTO users SELECT i, 'a' FROM generate_series(1, 500) AS i;
CREATE TABLE other (id integer);
