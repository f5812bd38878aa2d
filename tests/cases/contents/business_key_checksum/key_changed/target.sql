UPDATE users SET email = 'bob@y' WHERE email = 'bob@x';
