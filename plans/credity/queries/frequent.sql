-- What the services ask again and again. They are explained on both sides, never run.

-- Who presents this API key?
SELECT k.tenant_id, k.secret_hash, k.scopes FROM issuer.api_keys AS k WHERE k.key_id = $1;

-- The credentials of an issuer, the newest first.
SELECT c.id, c.credential_number, c.recipient_name
FROM issuer.credentials AS c
WHERE c.issuer_id = $1
ORDER BY c.issued_on DESC
LIMIT 50;

-- Is this credential real, and not revoked?
SELECT c.id, c.revoked, i.did
FROM issuer.credentials AS c
JOIN issuer.issuers AS i ON i.id = c.issuer_id
WHERE c.credential_number = $1;

-- What was revoked: the status list, which verifiers load.
SELECT c.credential_number, c.revoked_at FROM issuer.credentials AS c WHERE c.revoked_at IS NOT NULL;

-- What a person holds.
SELECT c.id, c.kind, c.received_at FROM wallet.credentials AS c WHERE c.user_id = $1;

-- Who signs in?
SELECT u.id, u.full_name, u.two_factor FROM wallet.users AS u WHERE lower(u.email) = lower($1);
