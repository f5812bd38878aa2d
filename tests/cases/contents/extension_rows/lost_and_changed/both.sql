CREATE EXTENSION lo;
CREATE EXTENSION tcn;
CREATE SCHEMA partman;
CREATE TABLE partman.part_config (parent text PRIMARY KEY, keep interval, maintenance_last_run timestamptz, dropped int,
                                  twice text GENERATED ALWAYS AS (parent || parent) STORED);
ALTER TABLE partman.part_config DROP dropped;
CREATE TABLE "Systems" (id int PRIMARY KEY, name text);
CREATE TABLE untold (id int);
CREATE TABLE shipped (id int);
CREATE SEQUENCE partman.runs;
INSERT INTO partman.part_config VALUES ('a', '1 day'), ('b', '2 days');
INSERT INTO "Systems" SELECT i, 'system ' || i FROM generate_series(1, 6) AS i;
INSERT INTO shipped VALUES (1);
SELECT setval('partman.runs', 5);
ALTER EXTENSION lo ADD TABLE partman.part_config;
ALTER EXTENSION lo ADD TABLE "Systems";
ALTER EXTENSION lo ADD TABLE shipped;
ALTER EXTENSION lo ADD SEQUENCE partman.runs;
-- As pg_extension_config_dump() would, which only a script of an extension may call.
UPDATE pg_extension
SET extconfig = ARRAY['partman.part_config', '"Systems"', 'partman.runs']::regclass[]::oid[],
    extcondition = ARRAY['', 'WHERE "Systems".id OPERATOR(pg_catalog.>) 3', '']
WHERE extname = 'lo';
CREATE TABLE alone (id int);
CREATE SEQUENCE down INCREMENT -1;
CREATE SEQUENCE unused;
UPDATE pg_extension
SET extconfig = extconfig || ARRAY['alone', 'down', 'unused']::regclass[]::oid[],
    extcondition = extcondition || ARRAY['', '', '']
WHERE extname = 'lo';
SELECT setval('down', -5);
SELECT setval('unused', 1);
CREATE TABLE partman.logs (id int) PARTITION BY RANGE (id);
CREATE TABLE partman.logs_of_now PARTITION OF partman.logs DEFAULT;
INSERT INTO partman.logs VALUES (1), (2);
UPDATE pg_extension
SET extconfig = extconfig || 'partman.logs'::regclass::oid, extcondition = extcondition || ''::text
WHERE extname = 'lo';
