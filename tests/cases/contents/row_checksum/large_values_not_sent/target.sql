INSERT INTO pages VALUES (1, 'new 1', '__unchanged_value'), (2, 'new 2', NULL),
                         (3, 'new 3', repeat(md5('3'), 400));
