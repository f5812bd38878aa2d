UPDATE any_scale SET v = 5 WHERE id = 1;
UPDATE any_scale_not_null SET v = 5 WHERE id = 1;
UPDATE declared_scale SET v = 5 WHERE id = 1;
UPDATE declared_scale_not_null SET v = 5 WHERE id = 1;
UPDATE whole SET v = -5 WHERE id = 1;
UPDATE whole_not_null SET v = -5 WHERE id = 1;
UPDATE small SET v = -0.01 WHERE id = 1;
UPDATE small_not_null SET v = -0.01 WHERE id = 1;
