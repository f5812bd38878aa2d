CREATE TABLE sessions AS SELECT generate_series(1, 4) AS id;
CREATE TABLE users AS SELECT generate_series(1, 4) AS id;
CREATE TABLE strict AS SELECT generate_series(1, 4) AS id;
