SELECT setval('small', 30000);
SELECT setval('falling', -90);
ALTER SEQUENCE t_id_seq AS bigint;
SELECT setval('t_id_seq', 2000000000);
CREATE SEQUENCE shared;
CREATE DOMAIN number AS int CHECK (VALUE > 0);
CREATE TABLE of_shared (big bigint DEFAULT nextval('shared'), small number DEFAULT nextval('shared'));
SELECT setval('shared', 2000000000);
