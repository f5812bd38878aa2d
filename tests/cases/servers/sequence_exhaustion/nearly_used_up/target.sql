SELECT setval('small', 30000);
SELECT setval('falling', -90);
ALTER SEQUENCE t_id_seq AS bigint;
SELECT setval('t_id_seq', 2000000000);
CREATE SEQUENCE shared;
CREATE DOMAIN whole AS int;
CREATE DOMAIN number AS whole CHECK (VALUE > 0);
CREATE TABLE of_shared (big bigint DEFAULT nextval('shared'), real float8 DEFAULT nextval('shared'), small number DEFAULT nextval('shared'));
CREATE SEQUENCE tiny;
CREATE TABLE of_tiny (wide int DEFAULT nextval('tiny'), narrow smallint DEFAULT nextval('tiny'));
SELECT setval('tiny', 30000);
SELECT setval('shared', 2000000000);
ALTER SEQUENCE narrow_id_seq AS bigint;
SELECT setval('narrow_id_seq', 2100000000), setval('up', 32000), setval('down', -32000), setval('far_down', -2100000000),
       setval('low', 30000);

-- Of another session.
SET LOCAL allow_system_table_mods = on;
CREATE SCHEMA of_a_session;
CREATE SEQUENCE of_a_session.s AS smallint;
SELECT setval('of_a_session.s', 32000);
ALTER SCHEMA of_a_session RENAME TO pg_temp_999;
