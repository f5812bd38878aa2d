-- The source's schemas and event triggers, which tell where names with blanks end in a dump's list.
-- Returns: names (JSON list).
SELECT COALESCE(pg_catalog.json_agg(o.name ORDER BY o.name COLLATE "C"), '[]') AS names
FROM (SELECT n.nspname AS name FROM pg_catalog.pg_namespace AS n
      UNION ALL
      SELECT t.evtname FROM pg_catalog.pg_event_trigger AS t) AS o;
