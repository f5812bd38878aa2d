CREATE TABLE roles AS SELECT generate_series(1, 4) AS id;
CREATE TABLE sessions AS SELECT generate_series(1, 3) AS id;
