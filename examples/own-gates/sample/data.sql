-- The IBANs are the published examples of their countries.
INSERT INTO bank.accounts (owner, iban, balance, closed_at) VALUES
  ('Ada', 'GB82WEST12345698765432', 1200.50, NULL),
  ('Bela', 'DE89370400440532013000', 17.00, NULL),
  ('Chidi', 'FR1420041010050500013M02606', 0, NULL),
  ('Dana', 'NL91ABNA0417164300', 0, '2025-11-30 12:00+00');
