-- Slugs that cannot become domains, not even in small letters and with hyphens for blanks and
-- underscores, as the migration writes them.
-- Returns: organization_id, slug, domain (what it would become): no row before the migration.
SELECT d.organization_id, d.slug, n.domain
FROM public.domains AS d
CROSS JOIN LATERAL (
    SELECT pg_catalog.lower(pg_catalog.regexp_replace(pg_catalog.btrim(d.slug), '[\s_]+', '-', 'g'))
) AS n (domain)
WHERE NOT (n.domain COLLATE "C" ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND length(n.domain) <= 63)
ORDER BY d.organization_id, d.slug;
