-- Events whose scope is none, or none of their domain.
-- Returns: relation, id, scope_id: no row before the migration.
SELECT e.relation, e.id, e.scope_id
FROM (SELECT 'public.decision_events' AS relation, d.event_id::text AS id, d.domain_id, d.scope_id
      FROM public.decision_events AS d
      UNION ALL
      SELECT 'public.verdict_events', v.event_id::text, v.domain_id, v.scope_id
      FROM public.verdict_events AS v
      UNION ALL
      SELECT 'public.audit_entries', a.entry_id::text, a.domain_id, a.scope_id
      FROM public.audit_entries AS a) AS e
WHERE e.scope_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM public.scopes AS s
                  WHERE s.scope_id = e.scope_id AND s.domain_id = e.domain_id)
ORDER BY e.relation, e.id;
