-- As 19 shows subscriptions whose publications have sequences: each has a worker of its own for them.
CREATE TABLE t (id int);
CREATE SEQUENCE s;
CREATE SEQUENCE u;
CREATE SUBSCRIPTION done CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION half_done CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION only_sequences CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION without_worker CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false);
UPDATE pg_subscription SET subenabled = true;
INSERT INTO pg_subscription_rel (srsubid, srrelid, srsubstate)
SELECT s.oid, c.oid, CASE WHEN s.subname = 'half_done' AND c.relname = 'u' THEN 'i' ELSE 'r' END
FROM pg_subscription AS s, pg_class AS c
WHERE c.relname IN ('s', 'u') OR (c.relname = 't' AND s.subname <> 'only_sequences');
SET LOCAL allow_system_table_mods = on;
CREATE OR REPLACE VIEW pg_catalog.pg_stat_subscription AS
SELECT (jsonb_populate_record(NULL::pg_catalog.pg_stat_subscription, jsonb_build_object(
           'subid', s.oid, 'subname', s.subname, 'pid', 7))).*,
       w.worker_type
FROM (SELECT s.oid, s.subname FROM pg_subscription AS s) AS s,
     unnest(ARRAY['apply', 'sequence synchronization']) AS w (worker_type)
WHERE s.subname <> 'without_worker' OR w.worker_type <> 'apply';
