-- What everybody sees in the public list of credentials, in the order in which it is shown: by name, and so
-- by the server's collation. It has nobody's name, because findings show rows.
SELECT i.name, i.trust, t.title, c.credential_number, c.revoked, c.issued_on
FROM issuer.credentials AS c
JOIN issuer.issuers AS i ON i.id = c.issuer_id
JOIN issuer.templates AS t ON t.id = c.template_id
ORDER BY i.name, t.title, c.credential_number
LIMIT 5000;
