-- The statements that take away what users have made in this database, so that a backup can be
-- put in its place: schemas as a whole; of public, which stays, what is in it; and what stands
-- beside schemas and a backup holds. What extensions own goes with them; what a provider owns stays.
-- Returns: statement, in the order in which they are to be run.
WITH extension_owned AS (
  SELECT d.classid, d.objid FROM pg_catalog.pg_depend AS d WHERE d.deptype = 'e'
), drops AS (
  SELECT 1 AS step, p.pubname::text AS name,
         pg_catalog.format('DROP PUBLICATION IF EXISTS %I', p.pubname) AS statement
  FROM pg_catalog.pg_publication AS p
  UNION ALL
  SELECT 2, t.evtname, pg_catalog.format('DROP EVENT TRIGGER IF EXISTS %I', t.evtname)
  FROM pg_catalog.pg_event_trigger AS t
  WHERE (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM extension_owned)
  UNION ALL
  SELECT 3, n.nspname, pg_catalog.format('DROP SCHEMA IF EXISTS %I CASCADE', n.nspname)
  FROM pg_catalog.pg_namespace AS n
  WHERE n.nspname NOT IN ('public', 'pg_catalog', 'information_schema')
    AND n.nspname !~ '^pg_(toast|temp)'
    AND (n.tableoid, n.oid) NOT IN (SELECT classid, objid FROM extension_owned)
    AND NOT n.nspname = ANY ($1::text[])
  UNION ALL
  SELECT 4, c.oid::pg_catalog.regclass::text,
         pg_catalog.format('DROP %s IF EXISTS public.%I CASCADE',
                           CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                                          WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE'
                                          ELSE 'TABLE' END, c.relname)
  FROM pg_catalog.pg_class AS c
  WHERE c.relnamespace = 'public'::pg_catalog.regnamespace
    AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
    AND (c.tableoid, c.oid) NOT IN (SELECT classid, objid FROM extension_owned)
  UNION ALL
  SELECT 5, p.oid::text,
         pg_catalog.format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::pg_catalog.regprocedure)
  FROM pg_catalog.pg_proc AS p
  WHERE p.pronamespace = 'public'::pg_catalog.regnamespace
    AND (p.tableoid, p.oid) NOT IN (SELECT classid, objid FROM extension_owned)
  UNION ALL
  SELECT 6, t.typname,
         pg_catalog.format('DROP %s IF EXISTS public.%I CASCADE',
                           CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.typname)
  FROM pg_catalog.pg_type AS t
  LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
  WHERE t.typnamespace = 'public'::pg_catalog.regnamespace
    AND (t.typtype IN ('d', 'e', 'r') OR t.typtype = 'c' AND c.relkind = 'c')
    AND (t.tableoid, t.oid) NOT IN (SELECT classid, objid FROM extension_owned)
  UNION ALL
  SELECT 7, l.oid::text, pg_catalog.format('SELECT pg_catalog.lo_unlink(%s)', l.oid)
  FROM pg_catalog.pg_largeobject_metadata AS l
)
SELECT statement FROM drops
ORDER BY step, name COLLATE "C";
