UPDATE unique_column SET v = 'z' WHERE a = 1;
UPDATE including SET v = 'z' WHERE a = 1;
UPDATE narrowest SET v = 'z' WHERE a = 1;
UPDATE primary_at_last SET v = 'z' WHERE a = 1;
UPDATE first_by_name SET v = 'z' WHERE a = 1;
