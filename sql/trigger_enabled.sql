-- Triggers of a relation: whether they fire for sessions of applications, and what they call.
-- $1 oid: relation; $2 text: JSON list of triggers.
-- Returns: object, have, want (NULL: as it should be).
SELECT pg_catalog.format('trigger %I', w.name) AS object,
       CASE WHEN g.oid IS NULL THEN 'no such trigger'
            ELSE pg_catalog.format(
                '%s, calls %s',
                CASE g.tgenabled WHEN 'O' THEN 'enabled' WHEN 'A' THEN 'always enabled'
                                 WHEN 'R' THEN 'enabled on replicas only' ELSE 'disabled' END,
                g.tgfoid::pg_catalog.regprocedure) END AS have,
       CASE WHEN g.tgenabled IN ('O', 'A') THEN NULL ELSE 'enabled' END AS want
FROM pg_catalog.json_array_elements_text($2::json) WITH ORDINALITY AS w (name, place)
LEFT JOIN pg_catalog.pg_trigger AS g ON g.tgrelid = $1::oid AND g.tgname = w.name
ORDER BY w.place;
