SELECT lo_from_bytea(70002, decode(repeat('00', 5000), 'hex') || 'end');
SELECT lo_from_bytea(70001, 'scan of a passport');
SELECT lo_create(70003); SELECT lo_put(70003, 8388608, 'x');  -- a piece of one byte
