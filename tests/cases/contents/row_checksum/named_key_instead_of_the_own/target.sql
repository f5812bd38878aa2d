UPDATE users SET id = 7 WHERE id = 2;
