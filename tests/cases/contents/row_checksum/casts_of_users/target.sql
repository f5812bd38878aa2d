UPDATE composite SET v = ROW(1, 3) WHERE id = 1;
UPDATE composite_not_null SET v = ROW(1, 3) WHERE id = 1;
UPDATE many_labels SET v = 'a2' WHERE id = 1;
UPDATE many_labels_not_null SET v = 'a2' WHERE id = 1;
UPDATE range SET v = '[1,3)' WHERE id = 1;
UPDATE range_not_null SET v = '[1,3)' WHERE id = 1;
