-- Rows without an organisation.
-- Returns: relation, rows: no row after the migration.
SELECT r.relation, pg_catalog.count(*) AS rows
FROM (SELECT 'public.domains' AS relation, t.organization_id FROM public.domains AS t
      UNION ALL SELECT 'public.scopes', t.organization_id FROM public.scopes AS t
      UNION ALL SELECT 'public.mandates', t.organization_id FROM public.mandates AS t
      UNION ALL SELECT 'public.decision_events', t.organization_id FROM public.decision_events AS t
      UNION ALL SELECT 'public.verdict_events', t.organization_id FROM public.verdict_events AS t
      UNION ALL SELECT 'public.audit_entries', t.organization_id FROM public.audit_entries AS t)
     AS r
WHERE r.organization_id IS NULL
GROUP BY r.relation
ORDER BY r.relation;
