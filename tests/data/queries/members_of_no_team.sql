-- Members whose team doesn't exist.
SELECT m.id, m.team FROM public.members AS m
WHERE NOT EXISTS (SELECT FROM public.teams AS t WHERE t.id = m.team)
ORDER BY m.id;
