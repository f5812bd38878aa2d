SELECT lo_from_bytea(70002, 'two!'), lo_from_bytea(70003, 'three'), lo_from_bytea(70004, 'four');
