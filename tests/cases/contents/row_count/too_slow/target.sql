CREATE VIEW slow AS SELECT pg_sleep(20)::text AS id;
CREATE TABLE users AS SELECT 1 AS id;
