INSERT INTO store VALUES
  ('number', '{"a": 1}'),
  ('null', '{}'),
  ('text', '{"a": "1"}');
