UPDATE users SET email = 'x' WHERE id > 1;
