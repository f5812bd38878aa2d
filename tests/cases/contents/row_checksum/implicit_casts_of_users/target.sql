UPDATE people SET v = 'sad' WHERE id = 1;
