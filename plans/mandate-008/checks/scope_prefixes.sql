-- Scopes that do not begin with the domain that their row names, or do not go on after it with an
-- environment and a system.
-- Returns: relation, scope_id, domain, rows: no row after the migration.
SELECT r.relation, r.scope_id, r.domain, pg_catalog.count(*) AS rows
FROM (SELECT 'public.scopes' AS relation, t.scope_id, t.domain FROM public.scopes AS t
      UNION ALL
      SELECT 'public.decision_events', t.scope_id, t.domain FROM public.decision_events AS t
      UNION ALL
      SELECT 'public.verdict_events', t.scope_id, t.domain FROM public.verdict_events AS t
      UNION ALL
      SELECT 'public.audit_entries', t.scope_id, t.domain FROM public.audit_entries AS t) AS r
WHERE pg_catalog.split_part(r.scope_id, '.', 1) <> r.domain
   OR r.scope_id NOT LIKE '_%._%._%'
GROUP BY r.relation, r.scope_id, r.domain
ORDER BY r.relation, r.scope_id, r.domain;
