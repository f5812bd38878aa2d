UPDATE lines SET v = 'y' WHERE a = 2;
