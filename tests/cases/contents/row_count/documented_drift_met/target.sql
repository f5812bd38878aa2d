CREATE TABLE roles AS SELECT generate_series(1, 6) AS id;
CREATE TABLE sessions AS SELECT generate_series(1, 1) AS id;
