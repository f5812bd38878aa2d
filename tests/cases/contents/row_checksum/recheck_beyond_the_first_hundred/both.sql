CREATE TABLE users (id integer PRIMARY KEY, n integer);
INSERT INTO users SELECT n, n FROM generate_series(1, 120) AS n;
