ALTER TABLE store RENAME payload TO data;
