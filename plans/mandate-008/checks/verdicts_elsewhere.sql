-- Verdicts that were passed in another scope than that of their decision. Before and after the
-- migration there is none, so that one was given a wrong domain or scope shows here.
-- Returns: event_id, decision_event_id: no row, before and after the migration.
SELECT v.event_id, v.decision_event_id
FROM public.verdict_events AS v
JOIN public.decision_events AS d ON d.event_id = v.decision_event_id
WHERE (v.organization_id, v.scope_id) IS DISTINCT FROM (d.organization_id, d.scope_id)
ORDER BY v.event_id;
