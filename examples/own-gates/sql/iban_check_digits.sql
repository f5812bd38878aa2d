-- The IBAN of each account that is open.
-- Returns: id, iban.
SELECT id, iban FROM bank.accounts WHERE closed_at IS NULL ORDER BY id;
