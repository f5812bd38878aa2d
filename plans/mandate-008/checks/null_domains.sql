-- Rows without a domain.
-- Returns: relation, rows: no row after the migration.
SELECT r.relation, pg_catalog.count(*) AS rows
FROM (SELECT 'public.domains' AS relation, t.domain FROM public.domains AS t
      UNION ALL SELECT 'public.scopes', t.domain FROM public.scopes AS t
      UNION ALL SELECT 'public.mandates', t.domain FROM public.mandates AS t
      UNION ALL SELECT 'public.decision_events', t.domain FROM public.decision_events AS t
      UNION ALL SELECT 'public.verdict_events', t.domain FROM public.verdict_events AS t
      UNION ALL SELECT 'public.audit_entries', t.domain FROM public.audit_entries AS t) AS r
WHERE r.domain IS NULL
GROUP BY r.relation
ORDER BY r.relation;
