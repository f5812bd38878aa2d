ALTER TABLE users RENAME email TO mail;
ALTER TABLE users RENAME id TO "user id";
