UPDATE partman.part_config SET maintenance_last_run = '2026-01-01 00:00+00';
ALTER TABLE partman.part_config ADD only_source int;
-- Rows that the extension ships differ with its version.
UPDATE "Systems" SET name = 'older' WHERE id <= 3;
-- It ships this one by now.
INSERT INTO "Systems" VALUES (10, 'own');
CREATE TABLE jobs (id int);
INSERT INTO jobs VALUES (1);
UPDATE pg_extension SET extname = 'pg_cron', extconfig = ARRAY['jobs']::regclass[]::oid[], extcondition = ARRAY['']
WHERE extname = 'tcn';
