SELECT lo_from_bytea(70001, 'one'), lo_from_bytea(70002, 'two.'), lo_from_bytea(70003, 'three');
SELECT lo_create(70005); SELECT lo_put(70005, 16777216, 'x');
