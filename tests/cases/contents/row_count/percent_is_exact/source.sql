CREATE TABLE users AS SELECT generate_series(1, 1500) AS id;
