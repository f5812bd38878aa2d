-- Verdicts on decisions that the register does not hold.
-- Returns: event_id, decision_event_id: no row, before and after the migration.
SELECT v.event_id, v.decision_event_id
FROM public.verdict_events AS v
WHERE NOT EXISTS (SELECT FROM public.decision_events AS d WHERE d.event_id = v.decision_event_id)
ORDER BY v.event_id;
