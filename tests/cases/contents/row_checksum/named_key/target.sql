UPDATE notes SET v = 'y' WHERE b = 2;
UPDATE log SET v = 'y' WHERE a IS NULL;
