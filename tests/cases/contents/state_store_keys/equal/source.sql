INSERT INTO store VALUES
  ('wallet', '{"a": 1, "b": [true, null]}', '2026-01-01 12:00:00Z'),
  ('issuer', '{"größe": "ß"}', '2026-01-01 12:00:00Z');
