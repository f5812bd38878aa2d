-- Events whose scope their organisation does not have. Right after the migration there is none;
-- later a scope may be retired while its history stays.
-- Returns: relation, organization_id, scope_id, rows: no row after the migration.
SELECT e.relation, e.organization_id, e.scope_id, pg_catalog.count(*) AS rows
FROM (SELECT 'public.decision_events' AS relation, t.organization_id, t.scope_id
      FROM public.decision_events AS t
      UNION ALL
      SELECT 'public.verdict_events', t.organization_id, t.scope_id FROM public.verdict_events AS t
      UNION ALL
      SELECT 'public.audit_entries', t.organization_id, t.scope_id FROM public.audit_entries AS t)
     AS e
WHERE e.scope_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM public.scopes AS s
                  WHERE s.organization_id = e.organization_id AND s.scope_id = e.scope_id)
GROUP BY e.relation, e.organization_id, e.scope_id
ORDER BY e.relation, e.organization_id, e.scope_id;
