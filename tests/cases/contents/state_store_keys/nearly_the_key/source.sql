INSERT INTO store
SELECT key, '{}', '2026-01-01' FROM unnest(ARRAY['wallet', 'issuer', 'queue']) AS key;
