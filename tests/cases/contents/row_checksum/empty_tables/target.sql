INSERT INTO emptied VALUES (1), (2);
DELETE FROM emptied;
