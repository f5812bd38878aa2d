-- Events whose domain is none, or none of their organisation.
-- Returns: relation, id, domain_id: no row before the migration.
SELECT e.relation, e.id, e.domain_id
FROM (SELECT 'public.decision_events' AS relation, d.event_id::text AS id, d.organization_id,
             d.domain_id
      FROM public.decision_events AS d
      UNION ALL
      SELECT 'public.verdict_events', v.event_id::text, v.organization_id, v.domain_id
      FROM public.verdict_events AS v
      UNION ALL
      SELECT 'public.audit_entries', a.entry_id::text, a.organization_id, a.domain_id
      FROM public.audit_entries AS a) AS e
WHERE e.domain_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM public.domains AS d
                  WHERE d.domain_id = e.domain_id AND d.organization_id = e.organization_id)
ORDER BY e.relation, e.id;
