-- What the services ask again and again, with one schema for all. They are explained on both sides,
-- never run.

-- Who presents this API key?
SELECT k.tenant_id, k.secret_hash, k.expires_at FROM public.api_keys AS k WHERE k.key_id = $1;

-- Is this credential real, and not revoked?
SELECT c.id, c.revoked, i.did
FROM public.credentials AS c
JOIN public.issuers AS i ON i.id = c.issuer_id
WHERE c.credential_number = $1;

-- What a person holds.
SELECT c.id, c.credential_number, c.issued_on FROM public.credentials AS c WHERE c.holder_id = $1;

-- What a person did lately.
SELECT a.kind, a.summary, a.occurred_at
FROM public.activities AS a
WHERE a.user_id = $1
ORDER BY a.occurred_at DESC
LIMIT 20;

-- Who signs in?
SELECT u.id, u.full_name, u.role FROM public.users AS u WHERE u.email = $1;
