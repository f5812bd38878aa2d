CREATE TABLE users AS SELECT generate_series(1, 4) AS id;
