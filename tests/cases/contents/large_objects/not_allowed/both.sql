SELECT lo_from_bytea(70001, 'one');
