-- Scopes and mandates that name a domain of another organisation: the new key would take them for
-- rows of a domain of their own organisation that has the same slug.
-- Returns: relation, id: no row before the migration.
SELECT 'public.scopes' AS relation, s.scope_id AS id
FROM public.scopes AS s
JOIN public.domains AS d USING (domain_id)
WHERE d.organization_id <> s.organization_id
UNION ALL
SELECT 'public.mandates', m.mandate_id
FROM public.mandates AS m
JOIN public.domains AS d USING (domain_id)
WHERE d.organization_id <> m.organization_id
ORDER BY relation, id;
