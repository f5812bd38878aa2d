CREATE TABLE small AS SELECT generate_series(1, 5) AS id;
CREATE TABLE large AS SELECT generate_series(1, 40) AS id;
CREATE TABLE too_few AS SELECT generate_series(1, 40) AS id;
