-- Rows whose domain their organisation does not have, or whose organisation is none.
-- Returns: relation, organization_id, domain, rows: no row after the migration.
SELECT r.relation, r.organization_id, r.domain, pg_catalog.count(*) AS rows
FROM (SELECT 'public.scopes' AS relation, t.organization_id, t.domain FROM public.scopes AS t
      UNION ALL
      SELECT 'public.mandates', t.organization_id, t.domain FROM public.mandates AS t
      UNION ALL
      SELECT 'public.decision_events', t.organization_id, t.domain FROM public.decision_events AS t
      UNION ALL
      SELECT 'public.verdict_events', t.organization_id, t.domain FROM public.verdict_events AS t
      UNION ALL
      SELECT 'public.audit_entries', t.organization_id, t.domain FROM public.audit_entries AS t)
     AS r
WHERE r.domain IS NOT NULL
  AND NOT EXISTS (SELECT FROM public.domains AS d
                  JOIN public.organizations AS o USING (organization_id)
                  WHERE d.organization_id = r.organization_id AND d.domain = r.domain)
GROUP BY r.relation, r.organization_id, r.domain
ORDER BY r.relation, r.organization_id, r.domain;
