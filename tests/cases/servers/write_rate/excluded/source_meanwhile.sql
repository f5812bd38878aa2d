CREATE TEMPORARY SEQUENCE passing AS smallint;
SELECT setval('passing', 32767);
COMMIT;
