-- Damage to what queries of gonogo's own checks read. Nobody else's queries say which rows they rely on.
-- $1: json, the plan's checks: id, gate and parameters of each
-- Returns: the columns of a damage, which core/record/trial.h describes.
SELECT d.kind, d.relation AS object, pg_catalog.format(d.plant, d.relation) AS plant,
       pg_catalog.format('SELECT pg_catalog.md5(pg_catalog.string_agg(t::text, '','' ORDER BY t.id)) FROM %s AS t',
                         d.relation) AS looks,
       c.value ->> 'gate' AS gate, d.finding, d.also, NULL AS undo
FROM pg_catalog.jsonb_array_elements($1::jsonb) AS c (value)
JOIN (VALUES
    ('no_unbalanced_account', 'unbalanced_accounts.sql', 'balance that isn''t the sum of its entries', 'vault.accounts',
     'UPDATE %s SET balance = 101 WHERE id = 7', 'unbalanced_accounts: have id=7, balance=101.00, want no row',
     'row_checksum'),
    ('no_unbalanced_account', 'unbalanced_accounts.sql', 'entry that balances nothing', 'vault.entries',
     'INSERT INTO %s VALUES (41, 7, 1, ''2026-01-01 00:00+00'')',
     'unbalanced_accounts: have id=7, balance=100.00, want no row', 'row_checksum,row_count'),
    ('no_unbalanced_account', 'unbalanced_accounts.sql', 'account without entries', 'vault.entries',
     'DELETE FROM %s WHERE account_id = 7', 'unbalanced_accounts: have id=7, balance=100.00, want no row',
     'row_checksum,row_count'),
    ('total', 'total_of_accounts.sql', 'total one cent less', 'vault.accounts',
     'UPDATE %s SET balance = 99.99 WHERE id = 20', 'total_of_accounts: have 1999.99, want 2000.00', 'row_checksum'),
    ('total', 'total_of_accounts.sql', 'total with another scale', 'vault.accounts',
     'ALTER TABLE %s ALTER COLUMN balance TYPE numeric(12, 3)', 'total_of_accounts: have 2000.000, want 2000.00',
     'columns,constraints,row_checksum'),
    ('balances', 'balances.sql', 'answer with another value', 'vault.accounts',
     'UPDATE %s SET balance = 200 WHERE id = 1',
     'balances row 1: have holder=holder 1, balance=200.00, want holder=holder 1, balance=100.00', 'row_checksum'),
    ('balances', 'balances.sql', 'answer in another order', 'vault.accounts',
     'UPDATE %s SET holder = ''Holder 9'' WHERE id = 9',
     'balances row 1: have holder=Holder 9, balance=100.00, want holder=holder 1, balance=100.00', 'row_checksum'),
    ('balances', 'balances.sql', 'answer with a row more', 'vault.accounts',
     'INSERT INTO %s VALUES (21, ''holder 99'', ''enc:'', 0)',
     'balances row 21: have holder=holder 99, balance=0.00, want no row', 'row_checksum,row_count')
) AS d (id, file, kind, relation, plant, finding, also)
  ON d.id = c.value ->> 'id' AND c.value -> 'parameters' ->> 'file' LIKE '%' || d.file
 AND pg_catalog.to_regclass(d.relation) IS NOT NULL
ORDER BY d.kind;
