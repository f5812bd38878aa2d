UPDATE users SET email = 'x' WHERE id = 2;
DELETE FROM orders WHERE id = 2;
