UPDATE users SET born = '1990-12-31';
ALTER TABLE users ADD COLUMN state text;
