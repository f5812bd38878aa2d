INSERT INTO store VALUES
  ('wallet', '{}', '2026-01-01 12:00:00.123457Z'),
  ('issuer', '{}', '2026-01-01 12:00:00Z');
