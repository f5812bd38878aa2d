UPDATE users SET born = '1990-12-31';
UPDATE users SET email = 'x' WHERE id = 2;
