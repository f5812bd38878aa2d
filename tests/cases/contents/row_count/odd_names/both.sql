CREATE SCHEMA odd;
CREATE SCHEMA "Odd Schema";
CREATE TABLE odd."Weird.Name" AS SELECT generate_series(1, 1) AS id;
CREATE TABLE odd."two
lines" AS SELECT generate_series(1, 2) AS id;
CREATE TABLE odd."a ""quoted"" word" AS SELECT generate_series(1, 3) AS id;
CREATE TABLE odd."it's" AS SELECT generate_series(1, 4) AS id;
CREATE TABLE "Odd Schema"."Users" AS SELECT generate_series(1, 5) AS id;
CREATE TABLE odd."Größe" AS SELECT generate_series(1, 6) AS id;
CREATE TABLE odd."100%I" AS SELECT generate_series(1, 7) AS id;
CREATE TABLE plain AS SELECT generate_series(1, 8) AS id;
