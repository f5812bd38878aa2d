-- Triggers of a relation: whether they fire in the application's sessions, and which function they
-- call.
-- $1 oid: relation; $2 text: JSON list of triggers.
-- Returns: object, have, want (NULL: as it should be).
SELECT pg_catalog.format('trigger %I', w.name) AS object,
       CASE WHEN g.oid IS NULL THEN 'no such trigger'
            ELSE pg_catalog.format(
                '%s%s, calls %s',
                CASE g.tgenabled WHEN 'O' THEN 'enabled' WHEN 'A' THEN 'always enabled'
                                 WHEN 'R' THEN 'enabled on replicas only' ELSE 'disabled' END,
                ', but not on partition ' || off.partition,
                g.tgfoid::pg_catalog.regprocedure) END AS have,
       CASE WHEN g.tgenabled IS NULL OR g.tgenabled NOT IN ('O', 'A') THEN 'enabled'
            WHEN off.partition IS NOT NULL THEN 'enabled on every partition' END AS want
FROM pg_catalog.json_array_elements_text($2::json) WITH ORDINALITY AS w (name, place)
LEFT JOIN pg_catalog.pg_trigger AS g ON g.tgrelid = $1::oid AND g.tgname = w.name
-- Each partition has its own trigger, which names this one as its parent (from PostgreSQL 13 on).
CROSS JOIN LATERAL (
  WITH RECURSIVE named AS (
    SELECT p.oid, p.tgrelid, p.tgenabled,
           (pg_catalog.to_jsonb(p) ->> 'tgparentid')::pg_catalog.oid AS parent
    FROM pg_catalog.pg_trigger AS p
  ), part AS (
    SELECT n.oid, n.tgrelid, n.tgenabled FROM named AS n WHERE n.parent = g.oid
    UNION ALL
    SELECT n.oid, n.tgrelid, n.tgenabled FROM part JOIN named AS n ON n.parent = part.oid
  )
  SELECT pg_catalog.min(part.tgrelid::pg_catalog.regclass::text) AS partition
  FROM part WHERE part.tgenabled NOT IN ('O', 'A')
) AS off
ORDER BY w.place;
