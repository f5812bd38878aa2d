UPDATE empty_element SET v = '<a></a>' WHERE id = 1;
UPDATE empty_element_not_null SET v = '<a></a>' WHERE id = 1;
UPDATE blank SET v = '<a> 1</a>' WHERE id = 1;
UPDATE blank_not_null SET v = '<a> 1</a>' WHERE id = 1;
UPDATE declaration SET v = '<a/>' WHERE id = 1;
UPDATE declaration_not_null SET v = '<a/>' WHERE id = 1;
UPDATE quotes SET v = '<a b=''1''/>' WHERE id = 1;
UPDATE quotes_not_null SET v = '<a b=''1''/>' WHERE id = 1;
