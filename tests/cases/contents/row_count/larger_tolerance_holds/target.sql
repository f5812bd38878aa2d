CREATE TABLE small AS SELECT generate_series(1, 3) AS id;
CREATE TABLE large AS SELECT generate_series(1, 36) AS id;
CREATE TABLE too_few AS SELECT generate_series(1, 35) AS id;
