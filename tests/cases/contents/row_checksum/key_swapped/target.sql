UPDATE whole SET a = b, b = a WHERE a <> b;
UPDATE flags SET a = b, b = a WHERE a <> b;
UPDATE labels SET a = b, b = a WHERE b <> 'bad';
UPDATE amounts SET a = b, b = a WHERE a <> b;
UPDATE key_and_value SET id = v, v = id WHERE id = 1;
