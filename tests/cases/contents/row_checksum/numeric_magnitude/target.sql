UPDATE any_scale SET v = 10000 WHERE id = 1;
UPDATE any_scale_not_null SET v = 10000 WHERE id = 1;
UPDATE declared_scale SET v = 10000 WHERE id = 1;
UPDATE declared_scale_not_null SET v = 10000 WHERE id = 1;
UPDATE downwards SET v = 0.0005 WHERE id = 1;
UPDATE downwards_not_null SET v = 0.0005 WHERE id = 1;
UPDATE far SET v = 7e32 WHERE id = 1;
UPDATE far_not_null SET v = 7e32 WHERE id = 1;
