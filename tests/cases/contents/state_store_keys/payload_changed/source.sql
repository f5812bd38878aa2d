INSERT INTO store VALUES
  ('number', '{"a": 1.0}'),
  ('null', '{"a": null}'),
  ('text', '{"a": 1}');
