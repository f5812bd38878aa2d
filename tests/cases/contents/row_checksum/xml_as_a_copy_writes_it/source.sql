INSERT INTO t VALUES (1, E'\n<a/>'), (2, E'\n\n<a/>'), (3, '<?xml version="1.0"?><a/>'),
  (4, E'<?xml version="1.0"?>\n\n<a/>'), (5, NULL), (6, '');
