UPDATE users SET email = E'b\\' WHERE id = 2;
UPDATE labels SET v = E'b\\''c' WHERE id = 1;
DELETE FROM keys WHERE id <> 'c';
