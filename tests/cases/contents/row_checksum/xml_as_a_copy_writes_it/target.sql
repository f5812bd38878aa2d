INSERT INTO t VALUES (1, '<a/>'), (2, E'\n<a/>'), (3, '<a/>'), (4, E'\n<a/>'), (5, NULL), (6, '');
