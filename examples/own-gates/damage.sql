-- Plants what both gates of this repository must see, on the target.
UPDATE bank.accounts SET iban = 'DE89370400440532031000' WHERE owner = 'Bela';  -- two digits swapped
UPDATE bank.accounts SET balance = 5 WHERE closed_at IS NOT NULL;
