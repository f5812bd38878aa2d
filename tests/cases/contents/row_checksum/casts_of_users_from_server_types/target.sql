UPDATE of_points SET v = '(1,3)' WHERE id = 1;
UPDATE of_points_not_null SET v = '(1,3)' WHERE id = 1;
UPDATE of_arrays SET v = '{1,3}' WHERE id = 1;
UPDATE of_arrays_not_null SET v = '{1,3}' WHERE id = 1;
UPDATE of_documents SET v = '2' WHERE id = 1;
UPDATE of_documents_not_null SET v = '2' WHERE id = 1;
