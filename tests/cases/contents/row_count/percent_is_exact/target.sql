CREATE TABLE users AS SELECT generate_series(1, 1431) AS id;
