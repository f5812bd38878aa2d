-- As answers.sql, with one schema for all.
SELECT i.name, i.trust, t.title, c.credential_number, c.revoked, c.issued_on
FROM public.credentials AS c
JOIN public.issuers AS i ON i.id = c.issuer_id
JOIN public.templates AS t ON t.id = c.template_id
ORDER BY i.name, t.title, c.credential_number
LIMIT 5000;
