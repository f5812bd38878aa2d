INSERT INTO store VALUES ('ledger', '{"a": 1}', '2026-01-01');
