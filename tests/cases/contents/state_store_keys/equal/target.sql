INSERT INTO store VALUES
  ('issuer', '{"gr\u00f6\u00dfe":"\u00df"}', '2026-01-01 14:00:00+02'),
  ('wallet', '{"b":[true,null],  "a":1}', '2026-01-01 12:00:00Z');
