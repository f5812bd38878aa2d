SELECT setval('small', 30000);
SELECT setval('falling', -90);
ALTER SEQUENCE t_id_seq AS bigint;
SELECT setval('t_id_seq', 2000000000);
