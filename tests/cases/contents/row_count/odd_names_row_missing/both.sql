CREATE SCHEMA odd;
CREATE TABLE odd."Weird.Name" AS SELECT generate_series(1, 2) AS id;
CREATE TABLE odd."Users" AS SELECT generate_series(1, 2) AS id;
CREATE TABLE odd.users AS SELECT generate_series(1, 2) AS id;
