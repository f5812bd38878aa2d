-- Domains that are no slugs. The rule is written out here and not taken from the migration's own
-- function, which may be what is wrong.
-- Returns: organization_id, domain: no row after the migration.
SELECT d.organization_id, d.domain
FROM public.domains AS d
WHERE NOT (d.domain COLLATE "C" ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND length(d.domain) <= 63)
ORDER BY d.organization_id, d.domain;
