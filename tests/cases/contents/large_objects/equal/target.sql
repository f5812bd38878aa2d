SELECT lo_from_bytea(70002, decode(repeat('00', 5000), 'hex') || 'end');
SELECT lo_from_bytea(70001, 'scan of a passport');
