CREATE SEQUENCE small AS smallint;
SELECT setval('small', 30000);
