CREATE TABLE three_less AS SELECT generate_series(1, 10) AS id;
CREATE TABLE three_more AS SELECT generate_series(1, 10) AS id;
CREATE TABLE four_less AS SELECT generate_series(1, 10) AS id;
CREATE TABLE four_more AS SELECT generate_series(1, 10) AS id;
