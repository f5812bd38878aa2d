SELECT lo_from_bytea(70001, 'one'), lo_from_bytea(70002, 'two.'), lo_from_bytea(70003, 'three');
