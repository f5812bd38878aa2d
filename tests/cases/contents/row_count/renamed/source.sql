CREATE TABLE users AS SELECT generate_series(1, 2) AS id;
