UPDATE users SET email = 'x' WHERE id = 2;
ALTER TABLE users RENAME email TO mail;
ALTER TABLE users RENAME id TO "user id";
