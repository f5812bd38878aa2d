ALTER TABLE users RENAME email TO "Email";
