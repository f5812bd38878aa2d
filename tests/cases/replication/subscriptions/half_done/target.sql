-- Their publisher is nowhere, so that the case says what workers there are, and what they have copied.
CREATE TABLE t (id int);
CREATE TABLE u (id int);
CREATE SUBSCRIPTION copying CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION done CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION elsewhere CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION of_nothing CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION stopped CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION without_worker CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
UPDATE pg_subscription SET subenabled = subname <> 'stopped';
UPDATE pg_subscription SET subdbid = (SELECT oid FROM pg_database WHERE datname = 'template1')
WHERE subname = 'elsewhere';
INSERT INTO pg_subscription_rel (srsubid, srrelid, srsubstate)
SELECT s.oid, c.oid, CASE WHEN s.subname = 'copying' AND c.relname = 'u' THEN 'd' ELSE 'r' END
FROM pg_subscription AS s, pg_class AS c WHERE c.relname IN ('t', 'u') AND s.subname NOT IN ('of_nothing', 'elsewhere');
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_stat_subscription AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_stat_subscription, jsonb_build_object(
    'subid', s.oid, 'subname', s.subname, 'pid', CASE WHEN s.subname <> 'elsewhere' THEN 7 END,
    'relid', CASE WHEN s.subname = 'without_worker' THEN 't'::regclass::oid END))).*
FROM (SELECT s.oid, s.subname FROM pg_subscription AS s) AS s;
