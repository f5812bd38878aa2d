INSERT INTO people VALUES (1, ROW(1, E'\xe8'), NULL, NULL, 'sad'), (2, NULL, ROW(1, E'\xe8'), NULL, NULL),
  (3, NULL, NULL, ARRAY[ROW(1, E'\xe8')::place], NULL);
