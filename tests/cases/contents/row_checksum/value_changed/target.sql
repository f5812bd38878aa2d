UPDATE users SET email = 'c@example.org' WHERE id = 2;
