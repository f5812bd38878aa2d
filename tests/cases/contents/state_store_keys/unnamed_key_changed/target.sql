INSERT INTO store VALUES ('ledger', '{}', '2026-01-01');
