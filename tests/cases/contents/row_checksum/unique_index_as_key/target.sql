UPDATE unique_column SET v = 'z' WHERE a = 1;
UPDATE including SET v = 'z' WHERE a = 1;
UPDATE narrowest SET v = 'z' WHERE a = 1;
