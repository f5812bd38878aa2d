CREATE TABLE "Users" AS SELECT generate_series(1, 2) AS id;
ANALYZE "Users";
