UPDATE plain SET v = 'ada' WHERE id = 1;
UPDATE plain_not_null SET v = 'ada' WHERE id = 1;
UPDATE in_an_array SET v = '{ada}' WHERE id = 1;
UPDATE in_an_array_not_null SET v = '{ada}' WHERE id = 1;
UPDATE in_a_domain SET v = 'ada@example.org' WHERE id = 1;
UPDATE in_a_domain_not_null SET v = 'ada@example.org' WHERE id = 1;
