-- The statements that drop what users have created in this database, so that a backup can be
-- restored. They drop event triggers, extensions that the backup lacks, and publications; then whole
-- schemas, and the contents of public and of the extensions' schemas; then objects outside of
-- schemas, and large objects. Objects of extensions and providers stay.
-- $1 text[]: the schemas of providers; $2 text[]: those of extensions; $3 text[]: the extensions in
-- the backup.
-- Returns: statement, in the order in which to run them.
WITH extension_owned AS (
  SELECT d.classid, d.objid FROM pg_catalog.pg_depend AS d WHERE d.deptype = 'e'
), objects AS (
  SELECT 0 AS step, x.tableoid AS classid, x.oid AS objid FROM pg_catalog.pg_extension AS x
  WHERE NOT x.extname = ANY ($3::text[])
  UNION ALL
  SELECT 1, p.tableoid, p.oid FROM pg_catalog.pg_publication AS p
  UNION ALL
  SELECT -1, t.tableoid, t.oid FROM pg_catalog.pg_event_trigger AS t
  UNION ALL
  SELECT 2, n.tableoid, n.oid FROM pg_catalog.pg_namespace AS n
  WHERE n.nspname NOT IN ('public', 'pg_catalog', 'information_schema')
    AND n.nspname !~ '^pg_(toast|temp)'
    AND NOT n.nspname = ANY ($1::text[] || $2::text[])
  UNION ALL
  SELECT DISTINCT 3, d.classid, d.objid FROM pg_catalog.pg_depend AS d
  JOIN pg_catalog.pg_namespace AS n ON n.oid = d.refobjid
  WHERE d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
    AND (n.nspname = 'public' OR n.nspname = ANY ($2::text[]))
    AND d.classid NOT IN ('pg_catalog.pg_default_acl'::pg_catalog.regclass,
                          'pg_catalog.pg_extension'::pg_catalog.regclass)
  UNION ALL
  SELECT 4, s.tableoid, s.oid FROM pg_catalog.pg_foreign_server AS s
  UNION ALL
  SELECT 5, w.tableoid, w.oid FROM pg_catalog.pg_foreign_data_wrapper AS w
  UNION ALL
  SELECT 5, c.tableoid, c.oid FROM pg_catalog.pg_cast AS c
  UNION ALL
  SELECT 5, t.tableoid, t.oid FROM pg_catalog.pg_transform AS t
  UNION ALL
  SELECT 6, l.tableoid, l.oid FROM pg_catalog.pg_language AS l
  UNION ALL
  SELECT 6, m.tableoid, m.oid FROM pg_catalog.pg_am AS m
), drops AS (
  SELECT o.step, i.identity,
         pg_catalog.format('DROP %s IF EXISTS %s CASCADE',
                           CASE i.type WHEN 'composite type' THEN 'type'
                                       WHEN 'statistics object' THEN 'statistics'
                                       ELSE pg_catalog.replace(i.type, '-', ' ') END,
                           CASE i.type WHEN 'transform' THEN pg_catalog.replace(
                                                        i.identity, ' on language ', ' LANGUAGE ')
                                       ELSE i.identity END) AS statement
  FROM objects AS o
  CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.classid, o.objid, 0) AS i
  WHERE o.objid >= 16384  -- objects that initdb creates have lower oids
    AND (o.classid, o.objid) NOT IN (SELECT classid, objid FROM extension_owned)
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS part  -- part of another object, dropped with it
                    WHERE part.classid = o.classid AND part.objid = o.objid AND part.objsubid = 0
                      AND part.deptype = 'i')
  UNION ALL
  SELECT 7, l.oid::text, pg_catalog.format('SELECT pg_catalog.lo_unlink(%s)', l.oid)
  FROM pg_catalog.pg_largeobject_metadata AS l
)
SELECT statement FROM drops
ORDER BY step, identity COLLATE "C";
