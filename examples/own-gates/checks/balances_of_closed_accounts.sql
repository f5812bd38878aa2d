-- gonogo: phases verify, gate
-- gonogo: title a closed account is empty
SELECT id AS subject, balance AS have, '0.00' AS want
FROM bank.accounts
WHERE closed_at IS NOT NULL AND balance <> 0
ORDER BY id;
