-- Which of some words name what users created, or something in it: parameters of functions, and tables, columns and
-- windows inside the queries of views and functions.
-- $1: json, list of words.
-- Returns: word.
WITH wanted AS (
    SELECT w.word FROM pg_catalog.json_array_elements_text($1::json) AS w (word)
), named AS (
    SELECT a.attname AS name, a.attrelid AS oid FROM pg_catalog.pg_attribute AS a
    UNION ALL SELECT c.relname, c.oid FROM pg_catalog.pg_class AS c
    UNION ALL SELECT n.nspname, n.oid FROM pg_catalog.pg_namespace AS n
    UNION ALL SELECT p.proname, p.oid FROM pg_catalog.pg_proc AS p
    UNION ALL
    SELECT u.name::pg_catalog.name, p.oid
    FROM pg_catalog.pg_proc AS p, pg_catalog.unnest(p.proargnames) AS u (name)
    UNION ALL SELECT t.typname, t.oid FROM pg_catalog.pg_type AS t
    UNION ALL SELECT o.conname, o.oid FROM pg_catalog.pg_constraint AS o
    UNION ALL SELECT g.tgname, g.oid FROM pg_catalog.pg_trigger AS g
    UNION ALL SELECT l.collname, l.oid FROM pg_catalog.pg_collation AS l
    UNION ALL SELECT y.polname, y.oid FROM pg_catalog.pg_policy AS y
    UNION ALL SELECT r.rulename, r.oid FROM pg_catalog.pg_rewrite AS r
    UNION ALL SELECT r.rolname, r.oid FROM pg_catalog.pg_roles AS r
    UNION ALL SELECT c.conname, c.oid FROM pg_catalog.pg_conversion AS c
    UNION ALL SELECT e.evtname, e.oid FROM pg_catalog.pg_event_trigger AS e
    UNION ALL SELECT x.extname, x.oid FROM pg_catalog.pg_extension AS x
    UNION ALL SELECT f.fdwname, f.oid FROM pg_catalog.pg_foreign_data_wrapper AS f
    UNION ALL SELECT s.srvname, s.oid FROM pg_catalog.pg_foreign_server AS s
    UNION ALL SELECT l.lanname, l.oid FROM pg_catalog.pg_language AS l
    UNION ALL SELECT o.opcname, o.oid FROM pg_catalog.pg_opclass AS o
    UNION ALL SELECT o.opfname, o.oid FROM pg_catalog.pg_opfamily AS o
    UNION ALL SELECT p.pubname, p.oid FROM pg_catalog.pg_publication AS p
    UNION ALL SELECT s.stxname, s.oid FROM pg_catalog.pg_statistic_ext AS s
    UNION ALL SELECT c.cfgname, c.oid FROM pg_catalog.pg_ts_config AS c
    UNION ALL SELECT d.dictname, d.oid FROM pg_catalog.pg_ts_dict AS d
    UNION ALL SELECT p.prsname, p.oid FROM pg_catalog.pg_ts_parser AS p
    UNION ALL SELECT t.tmplname, t.oid FROM pg_catalog.pg_ts_template AS t
), inside AS (
    SELECT r.ev_action::text AS tree, r.oid FROM pg_catalog.pg_rewrite AS r
    UNION ALL
    SELECT pg_catalog.to_jsonb(p) ->> 'prosqlbody', p.oid FROM pg_catalog.pg_proc AS p  -- since 14
)
SELECT w.word
FROM wanted AS w
WHERE w.word IN (SELECT n.name FROM named AS n WHERE n.oid >= 16384)
   OR EXISTS (SELECT FROM inside AS i
              WHERE i.oid >= 16384 AND i.tree ~ ('[ (]"?' || w.word || '"?[ )]'))
ORDER BY w.word COLLATE "C";
