-- Domains that two slugs of one organisation would become, such as data-platform and Data_Platform.
-- Returns: organization_id, domain, slugs: no row before the migration.
SELECT d.organization_id, n.domain, pg_catalog.array_agg(d.slug ORDER BY d.slug) AS slugs
FROM public.domains AS d
CROSS JOIN LATERAL (
    SELECT pg_catalog.lower(pg_catalog.regexp_replace(pg_catalog.btrim(d.slug), '[\s_]+', '-', 'g'))
) AS n (domain)
GROUP BY d.organization_id, n.domain
HAVING pg_catalog.count(*) > 1
ORDER BY d.organization_id, n.domain;
