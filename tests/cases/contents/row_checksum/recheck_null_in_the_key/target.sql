UPDATE notes SET v = 'y' WHERE a IS NULL;
