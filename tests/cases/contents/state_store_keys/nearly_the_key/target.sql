INSERT INTO store
SELECT key, '{}', '2026-01-01' FROM unnest(ARRAY['Wallet', 'issuer ', 'queue-runtime']) AS key;
