CREATE TABLE three_less AS SELECT generate_series(1, 7) AS id;
CREATE TABLE three_more AS SELECT generate_series(1, 13) AS id;
CREATE TABLE four_less AS SELECT generate_series(1, 6) AS id;
CREATE TABLE four_more AS SELECT generate_series(1, 14) AS id;
