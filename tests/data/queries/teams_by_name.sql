-- Members whose team doesn't exist, named for people.
SELECT 'member ' || m.id AS subject, m.team FROM public.members AS m
WHERE NOT EXISTS (SELECT FROM public.teams AS t WHERE t.id = m.team)
ORDER BY m.id;
