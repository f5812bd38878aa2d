CREATE TABLE users AS SELECT generate_series(1, 3) AS id;
