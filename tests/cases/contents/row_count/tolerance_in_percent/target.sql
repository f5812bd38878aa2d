CREATE TABLE two_less AS SELECT generate_series(1, 57) AS id;
CREATE TABLE three_less AS SELECT generate_series(1, 56) AS id;
