CREATE TABLE users AS SELECT 'ada' AS email;
