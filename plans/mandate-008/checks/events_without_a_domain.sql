-- Events that do not say where they happened. An audit entry may be without a scope.
-- Returns: relation, id: no row before the migration.
SELECT 'public.decision_events' AS relation, e.event_id::text AS id
FROM public.decision_events AS e
WHERE e.organization_id IS NULL OR e.domain_id IS NULL OR e.scope_id IS NULL
UNION ALL
SELECT 'public.verdict_events', e.event_id::text
FROM public.verdict_events AS e
WHERE e.organization_id IS NULL OR e.domain_id IS NULL OR e.scope_id IS NULL
UNION ALL
SELECT 'public.audit_entries', a.entry_id::text
FROM public.audit_entries AS a
WHERE a.organization_id IS NULL OR a.domain_id IS NULL
ORDER BY relation, id;
