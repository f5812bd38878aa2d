CREATE TABLE two_less AS SELECT generate_series(1, 59) AS id;
CREATE TABLE three_less AS SELECT generate_series(1, 59) AS id;
